// The quick log: one line becomes a case. "iris #records 5m download fails since Monday" names source, topic and time spent
// in any order before the words; all three may be left out.
import { SOURCE_NAMES, SOURCES, type Source } from '../domain/case.ts';

export interface LogLine {
  readonly source: Source;
  readonly topic: string | null;
  readonly spentMinutes: number | null;
  readonly text: string;
}

const TIME = /^(?:(\d{1,2})h)?(?:(\d{1,3})m(?:in)?)?$/i;
const TOPIC = /^#([\p{L}\p{N}][\p{L}\p{N}-]{0,39})$/u;

/** What stands before the words is read as long as it is understood. */
export function readLogLine(line: string): LogLine {
  const words = line.trim().split(/\s+/);
  let source: Source | null = null;
  let topic: string | null = null;
  let spentMinutes: number | null = null;
  let at = 0;
  for (; at < words.length - 1; at += 1) {
    const word = words[at] ?? '';
    const named: Source | null = source === null && at === 0 ? sourceOf(word) : null;
    const asTopic = TOPIC.exec(word)?.[1];
    const asTime = minutesOf(word);
    if (named !== null) source = named;
    else if (topic === null && asTopic !== undefined) topic = asTopic.toLowerCase();
    else if (spentMinutes === null && asTime !== null) spentMinutes = asTime;
    else break;
  }
  return { source: source ?? 'typed', topic, spentMinutes, text: words.slice(at).join(' ') };
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
