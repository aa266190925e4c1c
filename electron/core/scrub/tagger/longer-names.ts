// Names that go on behind or before what was found of them.
import type { Finding } from '../../domain/pii.ts';
import { NAME_STOPWORDS } from '../name-stopwords.ts';
import { DOMAIN_WORDS } from '../names/domain-words.ts';
import { isFamily, isGiven } from '../names/lists.ts';
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
/** Where a sentence begins, or somebody else. */
const ENDS_A_NAME = new Set(['title', 'person', 'say', 'greet', 'link', 'mine', 'be', 'and', 'who']);
/** Words of sentences that open surnames of several words, most of them of Native nations. */
const OPENERS = new Set(
  'two three many not her his takes gives runs walks comes kills stands sees looks rides brings stops afraid above over little big good bad old young long short white black red yellow blue brown iron spotted standing running sitting looking medicine holy heavy poor swift fast lone left the'.split(
    ' ',
  ),
);
/** Leilani "Punch" Wagers. */
const BEHIND_NICKNAME = /^["”’')] $/;
const LONGEST_TAIL = 4;
const DOUBTFUL = 0.4;

/** Words with capitals right behind a name are likely of it: "Vernon Takes The Gun". Asked about. */
export function longerNames(
  text: string,
  tokens: readonly Token[],
  runs: readonly Run[],
  chances: Float64Array,
  firm: readonly Finding[],
  mixedCase: boolean,
): Finding[] {
  const follows = mixedCase ? goesOn : goesOnInAnyLetters;
  const tag = TAGS.indexOf('NAME');
  let passed = 0;
  return runs.flatMap((run): Finding[] => {
    if (run.tag !== tag) return [];
    let to = run.to;
    while (to - run.to < LONGEST_TAIL && follows(text, run, to, tokens, chances[to + 1] ?? 0)) to += 1;
    const [last, next] = [tokens[to], tokens[to + 1]];
    if (to === run.to || last === undefined) return [];
    // A heading in capitals says nothing by them.
    if (next !== undefined && next.look.capitals === 'C' && !next.opensLine && text.slice(last.end, next.start) === ' ')
      return [];
    const start = tokens[run.to + 1]?.start ?? last.start;
    while (passed < firm.length && (firm[passed]?.end ?? 0) <= start) passed += 1;
    if ((firm[passed]?.start ?? last.end) < last.end) return [];
    if (!run.sure) {
      // One question for the whole.
      run.to = to;
      return [];
    }
    return [{ start, end: last.end, type: 'NAME', confidence: DOUBTFUL, detector: `${DETECTOR}rest-of-name` }];
  });
}

/** Small words that open surnames and, before a name, nothing else in English. */
const PARTICLE = /^(?:zu|des|bint?|ibn|ter|van|von|della|di|dos|das|del|der|vande[rn]?)$/;
const PAIRS: Readonly<Record<string, RegExp>> = {
  las: /^de$/,
  los: /^de$/,
  la: /^de$/,
  de: /^(?:op|van)$/,
  den: /^van$/,
  der: /^(?:van|von)$/,
};

const MOST_PARTICLES = 3;

/** Takes a particle into the name behind it: "ter Horst", "Op de Beek, Ann". */
export function withParticles(text: string, tokens: readonly Token[], run: Run): Run {
  if (TAGS[run.tag] !== 'NAME') return run;
  let { from } = run;
  while (run.from - from < MOST_PARTICLES) {
    const word = wordBeside(text, tokens, from);
    const pair = PAIRS[word];
    const isPair = pair?.test(wordBeside(text, tokens, from - 1)) ?? false;
    if (!isPair && !PARTICLE.test(word)) break;
    from -= isPair ? 2 : 1;
  }
  const goesOn = LEFT_HANGING.test(wordBehind(text, tokens, run.to)) || isInitialBehind(text, tokens, run.to);
  return { ...run, from, to: run.to + Number(goesOn) };
}

/** A particle whose surname was cut off: "Kranz sans", "Ana von". */
const LEFT_HANGING = /^(?:sans|zu|bint?|ibn|von|della|dela)$/;

/** "SOW,AMADOU T; login": a capital alone, where what follows ends the name. */
function isInitialBehind(text: string, tokens: readonly Token[], at: number): boolean {
  const [word, next] = [tokens[at], tokens[at + 1]];
  if (word === undefined || next === undefined || text.slice(word.end, next.start) !== ' ') return false;
  return (
    /^\p{Lu}$/u.test(text.slice(next.start, next.end)) &&
    /^(?:[,;)|"”\]/\n]|\.?$)/.test(text.slice(next.end, next.end + 2))
  );
}

/** The word behind a token, with a space between, in small letters; empty when none stands there. */
function wordBehind(text: string, tokens: readonly Token[], at: number): string {
  const [word, next] = [tokens[at], tokens[at + 1]];
  if (word === undefined || next === undefined || next.opensLine || text.slice(word.end, next.start) !== ' ') return '';
  return text.slice(next.start, next.end).toLowerCase();
}

/** The word before a token, with a space between, in small letters; empty when none stands there. */
function wordBeside(text: string, tokens: readonly Token[], at: number): string {
  const [word, next] = [tokens[at - 1], tokens[at]];
  if (word === undefined || next === undefined || next.opensLine || text.slice(word.end, next.start) !== ' ') return '';
  return text.slice(word.start, word.end).toLowerCase();
}

const MOST_WORDS_BEFORE = 3;
/** A line, a cell, or what a label announces begins here. */
const FIELD_BEGINS = /(?:^|[\n:;"“([|=<>\t/]|[-–] )[ ]{0,2}$/;

/** The family before a comma and a given name: "Looks Twice, Clement", "BIRD IN GROUND,CASEY". Asked about. */
export function familiesBefore(
  text: string,
  tokens: readonly Token[],
  runs: readonly Run[],
  chances: Float64Array,
): Finding[] {
  const tag = TAGS.indexOf('NAME');
  return runs.flatMap((run): Finding[] => {
    const [given, last] = [tokens[run.from], tokens[run.from - 1]];
    if (run.tag !== tag || given === undefined || last === undefined || given.opensLine) return [];
    const gap = text.slice(last.end, given.start);
    const isWithin = gap === ' ' && text[given.end] === ',';
    if (gap !== ',' && gap !== ', ' && !isWithin) return [];
    let from = run.from;
    while (
      run.from - from < MOST_WORDS_BEFORE &&
      mayBeFamily(text, tokens[from - 1], tokens[from], chances[from - 1] ?? 0)
    )
      from -= 1;
    const first = tokens[from];
    if (first === undefined || from === run.from) return [];
    const before = text.slice(Math.max(0, first.start - 4), first.start);
    if (!FIELD_BEGINS.test(before) && !(gap === ',' && from === run.from - 1)) return [];
    return [
      { start: first.start, end: last.end, type: 'NAME', confidence: DOUBTFUL, detector: `${DETECTOR}family-before` },
    ];
  });
}

function mayBeFamily(text: string, word: Token | undefined, next: Token | undefined, chance: number): boolean {
  if (word === undefined || next === undefined || word.look.isNumber || chance >= MASK_FROM || next.opensLine)
    return false;
  const { capitals } = word.look;
  if (!/^(?:,|, | )$/.test(text.slice(word.end, next.start)) || capitals === 'l' || capitals === 'm') return false;
  const lower = text.slice(word.start, word.end).toLowerCase();
  if (OPENERS.has(lower)) return true;
  const role = roleOf(lower);
  if (NO_PART.has(role) || role === 'place' || role === 'thing') return false;
  return !NAME_STOPWORDS.has(lower) && !DOMAIN_WORDS.has(lower) && thingOf(lower) === '';
}

const ENDS_FIELD = /^(?:[,;)|"”\]/\n]|$)/;
const NO_SURNAME = new Set([...ENDS_A_NAME, 'relative', 'place', 'thing', 'day', 'named']);

function mayEndName(word: string): boolean {
  return (
    word.length > 2 &&
    !NO_SURNAME.has(roleOf(word)) &&
    thingOf(word) === '' &&
    (isFamily(word) || roleOf(word) === 'month')
  );
}

/** In a text whose capitals say nothing: "i, kristi ready, widow", "OTILIA MARCH: LOST". */
function goesOnInAnyLetters(text: string, run: Run, at: number, tokens: readonly Token[], chance: number): boolean {
  const [last, next] = [tokens[at], tokens[at + 1]];
  if (last === undefined || next === undefined || chance >= MASK_FROM || at !== run.to || run.from !== at) return false;
  if (text.slice(last.end, next.start) !== ' ' || !ENDS_FIELD.test(text.slice(next.end, next.end + 1))) return false;
  if (!isGiven(text.slice(last.start, last.end).toLowerCase())) return false;
  const word = text.slice(next.start, next.end).toLowerCase();
  return mayEndName(word) && isFamily(word) && word !== 'back';
}

function goesOn(text: string, run: Run, at: number, tokens: readonly Token[], chance: number): boolean {
  const [last, next] = [tokens[at], tokens[at + 1]];
  if (last === undefined || next === undefined || chance >= MASK_FROM) return false;
  const { look } = next;
  const gap = text.slice(last.end, next.start);
  const isBehindInitial = gap === '. ' && last.look.group === 'letter' && run.from < at;
  const isBehindNickname = BEHIND_NICKNAME.test(gap) && run.from < at && at === run.to;
  if (look.capitals !== 'C' || !(gap === ' ' || isBehindInitial || isBehindNickname)) return false;
  const word = text.slice(next.start, next.end).toLowerCase();
  if (OPENERS.has(word)) return true;
  // A month or a word of this trade, where the name ends: "Olga Ready, caller", "Georgia March, 7.9.62".
  if (ENDS_FIELD.test(text.slice(next.end, next.end + 1)) && mayEndName(word)) return at === run.to;
  // Behind a middle initial or a nickname stands a surname, whatever the word: "Suel D. Link".
  if (isBehindInitial || isBehindNickname) return !ENDS_A_NAME.has(roleOf(word));
  return !NAME_STOPWORDS.has(word) && !DOMAIN_WORDS.has(word) && !NO_PART.has(roleOf(word)) && thingOf(word) === '';
}
