// Names that go on behind what was found of them.
import type { Finding } from '../../domain/pii.ts';
import { NAME_STOPWORDS } from '../name-stopwords.ts';
import { DOMAIN_WORDS } from '../names/domain-words.ts';
import { thingOf } from '../names/things.ts';
import { TAGS } from './chain.ts';
import { DETECTOR, MASK_FROM } from './levels.ts';
import { roleOf } from './roles.ts';
import type { Token } from './tokens.ts';

/** A run of tokens of one tag. */
export interface Run {
  readonly tag: number;
  readonly from: number;
  to: number;
  readonly sure: boolean;
}

/** Of what no name goes on with: a role, a day, a greeting. */
const NO_PART = new Set([
  'title',
  'relative',
  'person',
  'say',
  'greet',
  'link',
  'be',
  'and',
  'who',
  'named',
  'month',
  'day',
  'trade',
]);
const LONGEST_TAIL = 4;
const DOUBTFUL = 0.4;

/** Words with capitals right behind a name are likely of it: "Vernon Takes The Gun". Asked about. */
export function longerNames(
  text: string,
  tokens: readonly Token[],
  runs: readonly Run[],
  chances: Float64Array,
  seen: readonly Finding[],
): Finding[] {
  const tag = TAGS.indexOf('NAME');
  let passed = 0;
  return runs.flatMap((run): Finding[] => {
    if (run.tag !== tag || !run.sure) return [];
    let to = run.to;
    while (to - run.to < LONGEST_TAIL && goesOn(text, tokens[to], tokens[to + 1], chances[to + 1] ?? 0)) to += 1;
    const [last, next] = [tokens[to], tokens[to + 1]];
    if (to === run.to || last === undefined) return [];
    // A heading in capitals says nothing by them.
    if (next !== undefined && next.look.capitals === 'C' && !next.opensLine && text.slice(last.end, next.start) === ' ')
      return [];
    const start = tokens[run.to + 1]?.start ?? last.start;
    while (passed < seen.length && (seen[passed]?.end ?? 0) <= start) passed += 1;
    if ((seen[passed]?.start ?? last.end) < last.end) return [];
    return [{ start, end: last.end, type: 'NAME', confidence: DOUBTFUL, detector: `${DETECTOR}rest-of-name` }];
  });
}

function goesOn(text: string, last: Token | undefined, next: Token | undefined, chance: number): boolean {
  if (last === undefined || next === undefined || chance >= MASK_FROM) return false;
  const { look } = next;
  if (look.capitals !== 'C' || text.slice(last.end, next.start) !== ' ') return false;
  const word = text.slice(next.start, next.end).toLowerCase();
  return !NAME_STOPWORDS.has(word) && !DOMAIN_WORDS.has(word) && !NO_PART.has(roleOf(word)) && thingOf(word) === '';
}
