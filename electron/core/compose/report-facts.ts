// Extracts the details engineers need from scrubbed text: from labeled lines ("Browser: Chrome 141"), else from
// sentences. Missing details stay empty; nothing is guessed. A labeled line that fills a field of the form is not
// repeated in the description; a sentence is left whole.

import { keysOf } from '../domain/records.ts';
import { attemptsNoted } from './attempts.ts';
import { oracleIn } from './oracle-site.ts';

/** Labels as agents and templates write them. */
const LABELS = {
  occurred: ['date/time of issue', 'date and time of issue', 'date/time', 'date of issue', 'time of issue', 'occurred'],
  credential: [
    'login credential used',
    'login credentials used',
    'login credential',
    'sign-in credential',
    'credential',
  ],
  device: ['device type', 'device'],
  system: ['operating system', 'os'],
  browser: ['browser'],
  oracleSite: ['which oracle site', 'oracle health site', 'oracle site'],
  oracle: ['oracle site y/n', 'oracle health y/n', 'oracle y/n'],
  url: ['full url', 'url', 'address of the page'],
  steps: ['steps to reproduce', 'steps'],
  expected: ['expected behavior', 'expected result', 'expected'],
  actual: ['actual behavior', 'actual result', 'actual'],
  troubleshooting: ['troubleshooting steps', 'troubleshooting done', 'troubleshooting', 'tried so far', 'tried'],
  activityLog: ['account activity log', 'activity log', 'aal'],
  error: ['error code', 'error'],
} as const;
type Labelled = keyof typeof LABELS;
export type ReportFacts = Readonly<Record<Exclude<Labelled, 'error'> | 'attempts', string>>;

const NAME_OF: ReadonlyMap<string, Labelled> = new Map(
  keysOf(LABELS).flatMap((name) => LABELS[name].map((label) => [label, name] as const)),
);
/** Longest first: "oracle site y/n" before "oracle site". */
const LONGEST_FIRST = [...NAME_OF.keys()].sort((a, b) => b.length - a.length);
const LABEL = new RegExp(`(?<![\\w/])(${LONGEST_FIRST.join('|')}) ?:(?!//) {0,3}`, 'gi');
/** Labels whose values span several lines. */
const BLOCKS: ReadonlySet<Labelled> = new Set(['steps', 'expected', 'actual', 'troubleshooting']);
const LONGEST = 400;

const STANDS: Partial<Record<Labelled, RegExp>> = {
  credential: /\b(?:ID\.me|Login\.gov|DS Logon|PIV card)(?!\/)\b/i,
  device:
    /\b(?:iPhone(?: \d{1,2})?|iPad|Android (?:phone|tablet)|Samsung Galaxy|MacBook|Chromebook|laptop|desktop computer)\b/i,
  system:
    /\b(?:Windows \d{1,2}|macOS(?: \d[\d.]{0,5})?|iOS(?: \d[\d.]{0,5})?|iPadOS(?: \d[\d.]{0,5})?|Android \d[\d.]{0,5}|ChromeOS)/i,
  browser:
    /\b(?:Google Chrome|Chrome|Safari|Microsoft Edge|MS Edge|Edge|Firefox)(?: (?:version |v\.? ?)?\d[\d.]{0,15})?\b/,
  url: /\bhttps?:\/\/[^\s<>()[\]"]{4,300}|\b(?:www\.)?va\.gov\/[^\s<>()[\]"]{2,300}/i,
};
const TRIED =
  /\b(?:cleared|clear(?:ing)? (?:the |her |his |their )?(?:cache|cookies)|incognito|private (?:window|browsing)|(?:another|different|other|second) (?:browser|device)|restarted|rebooted|re-?installed|signed out and|verified in JLV)\b/i;
const LOG = /\b(?:account activity log|activity log|AAL)\b/i;
const CHANNELS = ['Email', 'Email', 'Phone'] as const;

export interface ReadReport {
  /** Every value is a substring of the text. */
  readonly facts: ReportFacts;
  /** The text without the labeled lines that fill these fields. */
  readonly wordsWithout: (fields: ReadonlySet<string>) => string;
}

/** Takes scrubbed text. */
export function readReport(scrubbedText: string): ReadReport {
  const labelled = labelledValues(scrubbedText);
  const facts = factsIn(scrubbedText, new Map([...labelled].map(([name, { value }]) => [name, value])));
  const wordsWithout = (fields: ReadonlySet<string>) => {
    const held = [...labelled].filter(([name]) => name !== 'error' && fields.has(name) && facts[name] !== '');
    let words = scrubbedText;
    // From the end, so that earlier offsets stay valid.
    const spans = held.flatMap(([, { line }]) => line ?? []).sort((a, b) => b.start - a.start);
    for (const { start, end } of spans) words = words.slice(0, start) + words.slice(end);
    const isSaying = (line: string, at: number, all: readonly string[]) =>
      /\w/.test(line) || (line === '' && all[at - 1] !== '');
    return words
      .split('\n')
      .map((line) => line.trimEnd())
      .filter(isSaying)
      .join('\n')
      .trim();
  };
  return { facts, wordsWithout };
}

function factsIn(scrubbedText: string, labelled: ReadonlyMap<Labelled, string>): ReportFacts {
  const stands = (name: Labelled) => labelled.get(name) ?? STANDS[name]?.exec(scrubbedText)?.[0] ?? '';
  const sentences = scrubbedText.split(/\n|(?<=[.!?;]) /);
  const saying = (what: RegExp) => shortened(sentences.filter((one) => what.test(one)).join(' '));
  return {
    occurred: stands('occurred'),
    credential: stands('credential'),
    device: stands('device'),
    system: stands('system'),
    browser: stands('browser'),
    ...oracleIn(scrubbedText, labelled.get('oracle') ?? '', labelled.get('oracleSite') ?? ''),
    url: stands('url').replace(/[.,;]$/, ''),
    steps: labelled.get('steps') ?? '',
    expected: labelled.get('expected') ?? '',
    actual: labelled.get('actual') ?? '',
    troubleshooting: oneLine(labelled.get('troubleshooting') ?? saying(TRIED)),
    activityLog: labelled.get('activityLog') ?? saying(LOG),
    attempts: attemptsIn(scrubbedText),
  };
}

interface LabelledValue {
  readonly value: string;
  /** Label and value, if they are a line or sentence of their own and the value was not truncated. */
  readonly line: { readonly start: number; readonly end: number } | null;
}

/** The first value of each label. It ends with the line or block, or at the next label. */
function labelledValues(text: string): Map<Labelled, LabelledValue> {
  const values = new Map<Labelled, LabelledValue>();
  const labels = [...text.matchAll(LABEL)];
  for (const [at, match] of labels.entries()) {
    const name = NAME_OF.get((match[1] ?? '').toLowerCase());
    if (name === undefined || values.has(name)) continue;
    const from = match.index + match[0].length;
    const rest = text.slice(from, labels[at + 1]?.index ?? text.length);
    const [value = ''] = rest.slice(0, LONGEST).split(BLOCKS.has(name) ? /\n[ \t]*\n|;/ : /[\n;]|\. /);
    const plain = value.replace(/^[\s-]+/, '').replace(/[\s,.;-]{1,20}$/, '');
    if (plain === '') continue;
    const isOwn = /(?:^|[\n.;!?,])[ \t*-]{0,6}$/.test(text.slice(Math.max(0, match.index - 8), match.index));
    const isWhole = value.length < LONGEST;
    const after = /^(?:[;,]|\.(?= |$))?[ \t]{0,3}/.exec(text.slice(from + value.length))?.[0] ?? '';
    const end = from + value.length + after.length;
    values.set(name, { value: plain, line: isOwn && isWhole ? { start: match.index, end } : null });
  }
  return values;
}

/** The three contact attempts a silent failure requires, with what the report says about each. */
function attemptsIn(text: string): string {
  const said = attemptsNoted(text);
  return CHANNELS.map((channel, at) => {
    return `${at + 1}. ${said.get(at + 1) ?? `${channel}: date and outcome not noted yet`}`;
  }).join('\n');
}

function oneLine(words: string): string {
  return words.replace(/\s*\n\s*[-*]?\s*/g, '; ');
}

function shortened(words: string): string {
  return words.length <= LONGEST ? words.trim() : `${words.slice(0, LONGEST).replace(/\S*$/, '').trim()}…`;
}
