// Drafts the ticket for a tool team: the form of its kind, filled in with the values of the case.

import type { Team } from '../../contract/schemas.ts';
import { SOURCE_NAMES, type Source } from '../domain/case.ts';
import { NAMELESS } from '../domain/case-name.ts';
import { cutWords } from '../domain/cut-words.ts';
import type { Priority } from '../domain/obligation.ts';
import type { TicketForm, TicketKind } from '../domain/ticket-kinds.ts';
import { EASTERN } from '../domain/time.ts';
import { defaultForm } from './default-forms.ts';
import { fillForm, variablesOf } from './fill-form.ts';
import { amongSections } from './outgoing.ts';
import { withPairedBrackets } from './paired-brackets.ts';
import { readReport } from './report-facts.ts';

export interface CaseForTicket {
  readonly source: Source;
  readonly reference: string;
  /** Other record numbers of the same case. */
  readonly alsoKnownAs?: readonly string[];
  readonly scrubbedTitle: string;
  readonly scrubbedText: string;
  /** The public VA.gov page of each masked address, by its placeholder. */
  readonly pages?: ReadonlyMap<string, string>;
  readonly reportedAt: number;
  /** Area and sub area from the source, scrubbed. */
  readonly area: string | null;
  readonly tags: readonly string[];
  readonly priority: Priority | null;
  readonly ticketKind?: TicketKind | null;
}

export interface DraftText {
  readonly title: string;
  readonly body: string;
}

const CONTACT_CENTER = 'VSP-contact-center';
/** Names of the tools in titles of data requests. */
const SHORT: Readonly<Record<string, string>> = {
  'MHV-Secure-Messaging': 'SM',
  'Liferay/SM Clinician Portal': 'SM',
  'mhv-medications': 'RX',
  'PRODUCT-mhv-medical-records': 'MR',
};

/** The kind the lead chose; else by the tags for data requests and silent failures; else by team and help desk. */
export function kindOf(
  { tags, source, ticketKind }: Pick<CaseForTicket, 'tags' | 'source' | 'ticketKind'>,
  team: Team | null,
): TicketKind {
  if (ticketKind != null) return ticketKind;
  for (const kind of ['data-request', 'silent-failure'] as const) if (tags.includes(kind)) return kind;
  if (team?.label === CONTACT_CENTER) return 'contact-center';
  return team?.audience === 'staff' || source === 'servicenow' ? 'servicenow' : 'hrc';
}

/** The draft for one case. All input is already scrubbed; the result is checked again before it is queued. */
export function draftTicket(
  one: CaseForTicket,
  team: Team | null,
  form: TicketForm = defaultForm(kindOf(one, team), team),
): DraftText {
  const { reference, alsoKnownAs = [], scrubbedText, priority } = one;
  const { facts, wordsWithout } = readReport(amongSections(scrubbedText));
  const severity = (name: Priority) => (priority === name ? 'x' : ' ');
  return fillForm(form, {
    ...facts,
    url: one.pages?.get(facts.url) ?? facts.url,
    number: alsoKnownAs.length === 0 ? reference : '',
    problem: one.scrubbedTitle,
    description: wordsWithout(variablesOf(form)) || one.scrubbedTitle,
    numbers: [reference, ...alsoKnownAs].map((number) => `- ${number}`).join('\n'),
    reported: `${REPORTED.format(one.reportedAt).replace(',', '')} ET`,
    source: SOURCE_NAMES[one.source],
    topic: one.area ?? '',
    team: SHORT[team?.label ?? ''] ?? team?.name ?? '',
    priority: priority ?? '',
    critical: severity('critical'),
    high: severity('high'),
    medium: severity('medium'),
    low: severity('low'),
  });
}

/** Such as "10/28/2026 9:00 AM". */
const REPORTED = new Intl.DateTimeFormat('en-US', {
  timeZone: EASTERN,
  ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: 'numeric', minute: '2-digit' },
});

const TITLE_LENGTH = 76;

/** The introduction of a report, before the problem: who is calling, and how they were identified. */
const INTRODUCTIONS: readonly RegExp[] = [
  /^(?:hi|hello|good (?:morning|afternoon))[ ,]+(?:this is )?(?:\[[A-Z0-9 ]+\])?[ ,.:-]*/i,
  /^(?:the )?(?:caller|veteran|vet|patient|staff user|user)[ :,]*(?:\[[A-Z0-9 ]+\][ ,]*)+(?:\([^()]{0,200}\)[ ,]*|\)[ ,]*)?(?:(?:last 4|dob|ssn|dfn)[ :]*\[[A-Z0-9 ]+\][ ,]*)*(?:called|reports|states|says)?[ ,.:-]*(?:that )?/i,
];
/** Where the problem ends and contact details begin. */
const CONTACT_DETAILS =
  /\b(?:my email|my phone|callback|call back|cb ?#|dob|date of birth|ssn|contact)\b[ :is]{0,8}\[/i;
/** A placeholder. Its length is bounded, so that a row of opening brackets is scanned once. */
const PLACEHOLDER = /\[[^[\]]{1,40}\]/g;
/** A first paragraph that is a heading, like the subject of an email: one line, neither a greeting nor a label. */
const HEADING = /^(?!#)[^\n]*[^\n:,]$/;
/** From this length on (UTF-16 code units), a heading describes the problem. */
const SAYS = 12;
/** A title needs at least a few letters to be meaningful. */
const LETTERS = /\p{L}{2}/u;
/** How much of a text is read for a title, in UTF-16 code units. */
const MOST_READ = 2_000;

/** Names with known capitalization, restored in reports typed in all caps or all lowercase. */
const KNOWN_WORDS =
  'MHV JLV VA VAMC VA.gov ID.me Login.gov VAOS AAL SM Rx PCP Safari Chrome Edge Firefox Blue_Button DS_Logon'
    .split(' ')
    .map((word) => word.replace('_', ' '));

/** Strips these characters from the end. A regular expression would restart at each of them: quadratic time. */
function withoutEnd(text: string, signs: string): string {
  let end = text.length;
  while (end > 0 && signs.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

function inSentenceCase(text: string): string {
  const lower = text.toLowerCase().replace(PLACEHOLDER, (mark) => mark.toUpperCase());
  const restore = (line: string, word: string) =>
    line.replace(new RegExp(`(?<![\\w./@])${word.replace('.', '\\.')}\\b(?!\\.\\w)`, 'gi'), word);
  return KNOWN_WORDS.reduce(restore, lower);
}

/**
 * A short title from the scrubbed text of a case: its first sentence, without introduction and contact details,
 * truncated at a word.
 */
export function titleFrom(scrubbedText: string): string {
  const [head = ''] = scrubbedText
    .trimStart()
    .slice(0, MOST_READ)
    .split(/\n[ \t\r]*\n/);
  const heading = HEADING.test(head) ? withoutPerson(head) : '';
  return (heading.length < SAYS ? '' : heading) || withoutPerson(scrubbedText) || NAMELESS;
}

/** Empty if the text has nothing to make a title of. */
function withoutPerson(scrubbed: string): string {
  const text = scrubbed.replace(/\s+/g, ' ').trim().slice(0, MOST_READ);
  const told = INTRODUCTIONS.reduce((rest, introduction) => rest.replace(introduction, ''), text);
  const contact = told.search(CONTACT_DETAILS);
  // If contact details come first, the problem follows them.
  const before = contact === -1 ? '' : titleOf(told.slice(0, contact));
  return before || titleOf(told) || titleOf(text);
}

/** Empty without letters. */
function titleOf(text: string): string {
  const sentence = /^.{12,}?[.!?](?= |$)/.exec(text)?.[0] ?? text;
  const plain = withoutEnd(sentence, ' .:,;');
  const words = plain.replace(PLACEHOLDER, '');
  const oneCase = words === words.toUpperCase() || words === words.toLowerCase();
  const calm = oneCase ? inSentenceCase(plain) : plain;
  const cut = withPairedBrackets(cutWords(withPairedBrackets(calm), TITLE_LENGTH));
  return LETTERS.test(cut.replace(PLACEHOLDER, '')) ? cut.charAt(0).toUpperCase() + cut.slice(1) : '';
}
