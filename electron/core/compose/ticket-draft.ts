// The ticket a tool team receives, in the form Tier 3 writes it today (domain facts, "The ticket they write").
import type { Team } from '../../contract/shapes.ts';
import { amongSections } from './outgoing.ts';

export interface CaseForTicket {
  readonly reference: string;
  /** Other record numbers of the same case. */
  readonly alsoKnownAs?: readonly string[];
  readonly scrubbedTitle: string;
  readonly scrubbedText: string;
  readonly reportedAt: number;
  /** What the source said of area and sub area, scrubbed. */
  readonly area: string | null;
}

export interface DraftText {
  readonly title: string;
  readonly body: string;
}

/** The draft for one case. Everything that goes in is scrubbed already; the verdict is still taken before it is queued. */
export function draftTicket(one: CaseForTicket, team: Team | null): DraftText {
  const staff = team?.audience === 'staff';
  const title = `${staff ? 'SM/Admin' : 'Tier 3 issue'} - ${one.scrubbedTitle}`;
  const sections: [heading: string, text: string][] = [
    ['Description', amongSections(one.scrubbedText)],
    [
      staff ? 'ServiceNow number(s)' : 'HRC ticket number(s)',
      [one.reference, ...(one.alsoKnownAs ?? [])].map((number) => `- ${number}`).join('\n'),
    ],
    ['Date reported', `${new Date(one.reportedAt).toISOString().slice(0, 16).replace('T', ' ')} UTC`],
    ...(one.area === null ? [] : ([['Area', one.area]] as [string, string][])),
    [
      'How to get the details',
      'Details that hold personal information are not in this ticket. Ask the product manager of the team, who can look up the record number.',
    ],
    [
      'Acceptance criteria',
      '- [ ] Cause identified\n- [ ] Issue resolved\n- [ ] Tier 3 Support notified in #mhv-tier-3-support',
    ],
  ];
  return { title, body: sections.map(([heading, text]) => `## ${heading}\n${text}`).join('\n\n') };
}

const TITLE_LENGTH = 76;

/** How a report begins before it comes to the problem: who calls, and by which numbers they were identified. */
const INTRODUCTIONS: readonly RegExp[] = [
  /^(?:hi|hello|good (?:morning|afternoon))[ ,]+(?:this is )?(?:\[[A-Z0-9 ]+\])?[ ,.:-]*/i,
  /^(?:the )?(?:caller|veteran|vet|patient|user)[ :,]*(?:\[[A-Z0-9 ]+\][ ,]*)+(?:(?:last 4|dob|ssn|dfn)[ :]*\[[A-Z0-9 ]+\][ ,]*)*(?:called|reports|states|says)?[ ,.:-]*(?:that )?/i,
];
/** Where the problem ends and how to reach the person begins. */
const CONTACT_DETAILS =
  /\b(?:my email|my phone|callback|call back|cb ?#|dob|date of birth|ssn|contact)\b[ :is]{0,8}\[/i;
/** A placeholder; no longer than the longest, so that a row of open brackets is read once. */
const PLACEHOLDER = /\[[^[\]]{1,40}\]/g;
/** No title needs more of a text than this, in UTF-16 code units. */
const MOST_READ = 2_000;

/** Names whose letter case people know; restored in reports typed in one letter case. */
const KNOWN_WORDS =
  'MHV JLV VA VAMC VA.gov ID.me Login.gov VAOS AAL SM Rx PCP Safari Chrome Edge Firefox Blue_Button DS_Logon'
    .split(' ')
    .map((word) => word.replace('_', ' '));

/** Takes these signs off the end. An expression for it would begin again at every one of them. */
function withoutEnd(text: string, signs: string): string {
  let end = text.length;
  while (end > 0 && signs.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

function inSentenceCase(text: string): string {
  const lower = text.toLowerCase().replace(PLACEHOLDER, (mark) => mark.toUpperCase());
  const restore = (line: string, word: string) =>
    line.replace(new RegExp(`\\b${word.replace('.', '\\.')}\\b(?!\\.\\w)`, 'gi'), word);
  return KNOWN_WORDS.reduce(restore, lower);
}

/**
 * A short title out of the scrubbed words of a case: its first sentence without the caller's introduction and contact
 * details, cut at a word.
 */
export function titleFrom(scrubbedText: string): string {
  let text = scrubbedText.replace(/\s+/g, ' ').trim().slice(0, MOST_READ);
  for (const introduction of INTRODUCTIONS) text = text.replace(introduction, '');
  const contact = text.search(CONTACT_DETAILS);
  if (contact !== -1) text = text.slice(0, contact);
  const sentence = /^.{12,}?[.!?](?= |$)/.exec(text)?.[0] ?? text;
  const plain = withoutEnd(sentence, ' .:,;');
  const words = plain.replace(PLACEHOLDER, '');
  const oneCase = words === words.toUpperCase() || words === words.toLowerCase();
  const calm = oneCase ? inSentenceCase(plain) : plain;
  const cut = calm.length <= TITLE_LENGTH ? calm : `${calm.slice(0, TITLE_LENGTH).replace(/\s+\S*$/, '')}…`;
  return cut.charAt(0).toUpperCase() + cut.slice(1) || 'Problem without a description';
}
