// The details engineers need that a report lacks, so that Tier 2 is asked once for all of them. The fields are those of
// Tier 3 tickets since April 2026, plus the app version and the error code.
import { type ReportFacts, readReport } from './report-facts.ts';

export interface CompletenessField {
  readonly name: string;
  /** Scrubbed text; null if the report does not say. */
  readonly value: string | null;
}

const APP = /\bmobile app\b|\bapp (?:version|store)\b|\b(?:in|on|from) the app\b/i;
const APP_VERSION = /\bapp(?:lication)? ?version ?:? ?v?(\d{1,4}(?:\.\d{1,4}){0,3})\b/i;
const ERROR = /\b(?:error code|error|code) ?:? ?#?(\d{3,4})\b/i;
const CLOCK = /\d{1,2}:\d{2}|\d ?[ap]\.?m\b/i;
const ZONE = /\b(?:UTC|GMT|[ECMP][SD]?T|eastern|central|mountain|pacific)\b/i;

/** Takes scrubbed text: the description, followed by the columns as "Name: value". */
export function completenessOf(scrubbed: string): readonly CompletenessField[] {
  const { facts } = readReport(scrubbed);
  const isApp = APP.test(scrubbed);
  const said = (name: string, value: string | undefined): CompletenessField => ({ name, value: value || null });
  return [
    said('Date and time, with the time zone', whenIn(facts)),
    said('Sign-in credential (ID.me, Login.gov, DS Logon)', facts.credential),
    said('Device', facts.device),
    said('Operating system and its version', facts.system),
    isApp
      ? said('Version of the app', APP_VERSION.exec(scrubbed)?.[1])
      : said('Browser and its version', facts.browser),
    said('Oracle Health site (yes or no)', facts.oracle),
    ...(facts.oracle === 'Yes' ? [said('Which Oracle Health site', facts.oracleSite)] : []),
    said('Full address of the page', facts.url),
    said('Error code, or the exact words on the screen', ERROR.exec(scrubbed)?.[1]),
    said('Troubleshooting done so far', facts.troubleshooting),
    said('Account activity log', facts.activityLog),
  ];
}

/** A time without a time zone is asked for again: engineers search logs by it. */
function whenIn({ occurred }: ReportFacts): string {
  return CLOCK.test(occurred) && ZONE.test(occurred) ? occurred : '';
}

/** The request to Tier 2, which may be copied word for word to the Veteran. Empty if nothing is missing. */
export function requestForMore(reference: string, fields: readonly CompletenessField[]): string {
  const missing = fields.filter(({ value }) => value === null).map(({ name }) => `- ${name}`);
  if (missing.length === 0) return '';
  return `Case ${reference}: to look into this, we need a little more. Please ask for the following and send the case back:\n${missing.join('\n')}`;
}
