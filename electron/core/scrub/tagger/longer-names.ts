// Names that go on behind what was found of them.
import { ASK_BELOW, type Finding } from '../../domain/pii.ts';
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
/** Words of sentences that open surnames of several words, most of them of Native nations. */
const OPENERS = new Set(
  'two three many not her his takes gives runs walks comes kills stands sees looks rides brings stops afraid above over little big good bad old young long short white black red yellow blue brown iron spotted standing running sitting looking medicine holy heavy poor swift fast lone left the'.split(
    ' ',
  ),
);
const LONGEST_TAIL = 4;
const DOUBTFUL = 0.4;

/** Words with capitals right behind a name are likely of it: "Vernon Takes The Gun". Asked about. */
export function longerNames(
  text: string,
  tokens: readonly Token[],
  runs: readonly Run[],
  chances: Float64Array,
  firm: readonly Finding[],
): Finding[] {
  const tag = TAGS.indexOf('NAME');
  let passed = 0;
  return runs.flatMap((run): Finding[] => {
    if (run.tag !== tag || (chances[run.to] ?? 0) < ASK_BELOW) return [];
    let to = run.to;
    while (to - run.to < LONGEST_TAIL && goesOn(text, tokens[to], tokens[to + 1], chances[to + 1] ?? 0)) to += 1;
    const [last, next] = [tokens[to], tokens[to + 1]];
    if (to === run.to || last === undefined) return [];
    // A heading in capitals says nothing by them.
    if (next !== undefined && next.look.capitals === 'C' && !next.opensLine && text.slice(last.end, next.start) === ' ')
      return [];
    const start = tokens[run.to + 1]?.start ?? last.start;
    while (passed < firm.length && (firm[passed]?.end ?? 0) <= start) passed += 1;
    if ((firm[passed]?.start ?? last.end) < last.end) return [];
    return [{ start, end: last.end, type: 'NAME', confidence: DOUBTFUL, detector: `${DETECTOR}rest-of-name` }];
  });
}

function goesOn(text: string, last: Token | undefined, next: Token | undefined, chance: number): boolean {
  if (last === undefined || next === undefined || chance >= MASK_FROM) return false;
  const { look } = next;
  const gap = text.slice(last.end, next.start);
  if (look.capitals !== 'C' || !(gap === ' ' || (gap === '. ' && last.look.group === 'letter'))) return false;
  const word = text.slice(next.start, next.end).toLowerCase();
  if (OPENERS.has(word)) return true;
  return !NAME_STOPWORDS.has(word) && !DOMAIN_WORDS.has(word) && !NO_PART.has(roleOf(word)) && thingOf(word) === '';
}
