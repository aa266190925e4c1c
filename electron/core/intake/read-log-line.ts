// The quick log: what is typed or pasted becomes a case. "iris #records 5m download fails since Monday" names source, topic and
// time spent in any order before the words; all three may be left out. A link to a Slack message may stand first or last.
import { SOURCE_NAMES, SOURCES, type Source } from '../domain/case.ts';
import { withoutPastedHead } from './pasted-head.ts';

/** A message of Slack by its address. */
export interface SlackMessage {
  readonly url: string;
  readonly channel: string;
  /** Of the first message of its thread: the reference under which Slack's own export knows it. */
  readonly ts: string;
}

export interface LogLine {
  readonly source: Source;
  readonly topic: string | null;
  readonly spentMinutes: number | null;
  /** As it was written, lines and all; empty where there is a link alone. */
  readonly text: string;
  readonly message: SlackMessage | null;
  /** Who wrote a pasted message and when, as it stood above it; null for none. Personal. */
  readonly postedBy: string | null;
}

const TIME = /^(?:(\d{1,2})h)?(?:(\d{1,3})m(?:in)?)?$/i;
const TOPIC = /^#([\p{L}\p{N}][\p{L}\p{N}-]{0,39})$/u;
/** https://docs.slack.dev/reference/methods/chat.getPermalink: p and the ts without its point; a reply names its thread. */
const PERMALINK =
  /^<?(https:\/\/[a-z0-9-]{1,60}(?:\.enterprise)?\.slack(?:-gov)?\.com\/archives\/([A-Z0-9]{8,15})\/p(\d{10})(\d{6})(?:\?thread_ts=(\d{10}\.\d{6})(?:&[\w=&.]*)?)?)>?$/;

/** What stands before the words is read as long as it is understood. */
export function readLogLine(line: string): LogLine {
  const whole = line.trim();
  const [first = ''] = /^\S+/.exec(whole) ?? [];
  const last = whole.slice(Math.max(...[' ', '\t', '\n', '\r'].map((gap) => whole.lastIndexOf(gap))) + 1);
  const [ahead, behind] = [messageOf(first), messageOf(last)];
  let rest = whole;
  if (ahead !== null) rest = whole.slice(first.length).trim();
  else if (behind !== null) rest = whole.slice(0, -last.length).trim();
  const message = ahead ?? behind;
  let source: Source | null = null;
  let topic: string | null = null;
  let spentMinutes: number | null = null;
  for (let isFirst = true; ; isFirst = false) {
    const [word = '', gap = ''] =
      /^(\S+)(\s+)/.exec(rest)?.slice(1) ?? /^(\S+)$/.exec(message === null ? '' : rest)?.slice(1) ?? [];
    if (word === '') break;
    const named: Source | null = isFirst ? sourceOf(word) : null;
    const asTopic = TOPIC.exec(word)?.[1];
    const asTime = minutesOf(word);
    if (named !== null) source = named;
    else if (topic === null && asTopic !== undefined) topic = asTopic.toLowerCase();
    else if (spentMinutes === null && asTime !== null) spentMinutes = asTime;
    else break;
    rest = rest.slice(word.length + gap.length);
  }
  const { head: postedBy, text } = withoutPastedHead(rest);
  return { source: message === null ? (source ?? 'typed') : 'slack', topic, spentMinutes, text, message, postedBy };
}

function messageOf(word: string): SlackMessage | null {
  const [, url, channel, seconds, rest, thread] = PERMALINK.exec(word) ?? [];
  return url === undefined || channel === undefined ? null : { url, channel, ts: thread ?? `${seconds}.${rest}` };
}

function sourceOf(word: string): Source | null {
  const lower = word.toLowerCase().replace(/:$/, '');
  if (lower === 'whh') return 'salesforce';
  return (
    SOURCES.find((source) => source === lower || SOURCE_NAMES[source].toLowerCase() === lower) ??
    (lower.length >= 4 ? SOURCES.find((source) => source.startsWith(lower)) : undefined) ??
    null
  );
}

function minutesOf(word: string): number | null {
  const match = TIME.exec(word);
  if (match === null || word === '') return null;
  const [, hours, minutes] = match;
  return hours === undefined && minutes === undefined ? null : Number(hours ?? 0) * 60 + Number(minutes ?? 0);
}
