// What engineers ask of every report and this one does not say, so that it goes back to Tier 2 once and whole instead of question by
// question. The fields are those of Tier 3's tickets since April 2026, with the app's version and the error code beside them.
import { type ReportFacts, readReport } from './report-facts.ts';

export interface CompletenessField {
  readonly name: string;
  /** In scrubbed words; null where the report does not say. */
  readonly value: string | null;
}

const APP = /\bmobile app\b|\bapp (?:version|store)\b|\b(?:in|on|from) the app\b/i;
const APP_VERSION = /\bapp(?:lication)? ?version ?:? ?v?(\d{1,4}(?:\.\d{1,4}){0,3})\b/i;
const ERROR = /\b(?:error code|error|code) ?:? ?#?(\d{3,4})\b/i;
const CLOCK = /\d{1,2}:\d{2}|\d ?[ap]\.?m\b/i;
const ZONE = /\b(?:UTC|GMT|[ECMP][SD]?T|eastern|central|mountain|pacific)\b/i;

/** From scrubbed words: the text, and below it the columns as "Name: value". */
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

/** A time without its zone is asked for once more: engineers look for it in logs. */
function whenIn({ occurred }: ReportFacts): string {
  return CLOCK.test(occurred) && ZONE.test(occurred) ? occurred : '';
}

/** The words to Tier 2, which may be copied to the Veteran word for word. Empty where nothing is missing. */
export function requestForMore(reference: string, fields: readonly CompletenessField[]): string {
  const missing = fields.filter(({ value }) => value === null).map(({ name }) => `- ${name}`);
  if (missing.length === 0) return '';
  return `Case ${reference}: to look into this, we need a little more. Please ask for the following and send the case back:\n${missing.join('\n')}`;
}
