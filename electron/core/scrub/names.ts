// Names: by what stands before and after them, by the lists, and by standing alone on a line. In any letter case.
import type { Finding } from '../domain/pii.ts';
import type { Detector } from './detector.ts';
import { NAME_STOPWORDS } from './name-stopwords.ts';
import {
  type Before,
  isAlone,
  isFollowedAsName,
  isPlaceHere,
  isPlaceOrCode,
  whatStandsBefore,
} from './names/context.ts';
import { DOMAIN_WORDS } from './names/domain-words.ts';
import { isCompound, isGiven, isSlip } from './names/lists.ts';
import { looksLikeSlip, names, type Phrase, phraseFrom } from './names/phrases.ts';
import type { Tokens, Word } from './tokens.ts';

export const findNames: Detector = (reading) => {
  const findings: Finding[] = [];
  const { words } = reading;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined || !mayBegin(word, reading.mixedCase)) continue;
    const found = nameAt(reading, at, word);
    if (found === null) continue;
    const { phrase, confidence, detector } = found;
    findings.push({ start: reachLeft(reading, at, phrase.start), end: phrase.end, type: 'NAME', confidence, detector });
    at += phrase.words.length - 1;
  }
  return [...findings, ...repeats(reading, findings)];
};

/** Cheap, and true of few words: spares the rest the long look. */
function mayBegin({ kind, capital }: Word, mixedCase: boolean): boolean {
  if (kind === 'word' || kind === 'suffix') return false;
  return !mixedCase || capital || kind === 'name' || kind === 'initial' || kind === 'particle';
}

/** A given name that is a word here too, before a name: "An X. Thiel", "Delta R. Brawicz". */
function reachLeft({ text, words, mixedCase }: Tokens, at: number, start: number): number {
  const [first, before] = [words[at - 1], words[at - 2]];
  if (!mixedCase || first === undefined || !first.capital || first.kind !== 'word' || !isGiven(first.lower))
    return start;
  const opensSentence = before === undefined || /[.!?\n]/.test(text.slice(before.end, first.start));
  return text.slice(first.end, start) === ' ' && !opensSentence && !NAME_STOPWORDS.has(first.lower)
    ? first.start
    : start;
}

interface Found {
  readonly phrase: Phrase;
  readonly confidence: number;
  readonly detector: string;
}

function nameAt(reading: Tokens, at: number, word: Word): Found | null {
  const before = whatStandsBefore(reading, at);
  if (before === 'sure') {
    const phrase = phraseFrom(reading, at, (one, position, next) => takes(one, position, next, reading, true));
    if (phrase !== null) return { phrase, confidence: 0.95, detector: 'name-after-label' };
  }
  if (word.kind === 'initial' || word.kind === 'particle') {
    // An initial or a particle opens a name only when a name proper follows it.
    const next = reading.words.slice(at + 1, at + 3).find((one) => one.kind !== 'particle');
    if (next === undefined || !names(next) || (reading.mixedCase && !next.capital)) return null;
    if (word.kind === 'initial' && reading.text[word.end] !== '.') return null;
    if (next.kind !== 'name' && word.kind === 'particle') return null;
  }
  const phrase = phraseFrom(reading, at, (one, position, next) => takes(one, position, next, reading, false));
  if (phrase === null) return null;
  return judge(reading, phrase, before);
}

function takes(
  word: Word,
  position: number,
  next: Word | undefined,
  { text, mixedCase }: Tokens,
  sure: boolean,
): boolean {
  if (word.kind === 'suffix' || word.kind === 'particle') return true;
  if (word.kind === 'unknown' && mixedCase && !sure && isWrittenAsCode(text.slice(word.start, word.end))) return false;
  if (word.kind === 'initial')
    return (
      word.lower !== 'i' ||
      word.capital ||
      text[word.end] === '.' ||
      (position > 0 && next !== undefined && names(next))
    );
  if (word.kind === 'word' && sure && !mixedCase) return isGiven(word.lower) && next !== undefined && names(next);
  if (word.kind === 'word')
    return (
      sure &&
      (position > 0 || next?.kind === 'initial' || (next?.capital ?? false)) &&
      word.capital &&
      !DOMAIN_WORDS.has(word.lower) &&
      !NAME_STOPWORDS.has(word.lower)
    );
  if (mixedCase && !word.capital) return word.kind === 'name' && (sure || position > 0 || isGiven(word.lower));
  // A slip between names is a name: CORTES is not a slip of cortex after ELISA.
  return sure || position > 0 || next?.kind === 'name' || !looksLikeSlip(word);
}

function judge(reading: Tokens, phrase: Phrase, before: Before): Found | null {
  const found = weigh(reading, phrase, before);
  if (found === null) return null;
  if (!isPlaceOrCode(reading.text, phrase.end)) return { phrase, ...found };
  // "Chesley Erdman, Orlando VA": what stands before the comma may be a name all the same.
  const name = beforeComma(reading.text, phrase);
  return name === null ? null : judge(reading, name, before);
}

function beforeComma(text: string, { words, start }: Phrase): Phrase | null {
  const cut = words.findIndex((word) => /^\.?,/.test(text.slice(word.end, word.end + 2)));
  const last = words[cut];
  return last === undefined || cut === words.length - 1
    ? null
    : { words: words.slice(0, cut + 1), start, end: last.end };
}

function weigh({ text, mixedCase }: Tokens, phrase: Phrase, before: Before): Omit<Found, 'phrase'> | null {
  let [sureNames, both, unknown, initials] = [0, 0, 0, 0];
  for (const { kind } of phrase.words) {
    if (kind === 'name') sureNames += 1;
    else if (kind === 'both') both += 1;
    else if (kind === 'unknown' || kind === 'rare') unknown += 1;
    else if (kind === 'initial' || kind === 'suffix') initials += 1;
  }
  const total = sureNames + both + unknown;
  const first = phrase.words[0];
  const found = (confidence: number, detector: string) => ({ confidence, detector });
  if (sureNames > 0 && total >= 2) return found(0.93, 'name-in-lists');
  const alone = isAlone(text, phrase.start, phrase.end);
  const followed = isFollowedAsName(text, phrase.end);
  const hasNickname = phrase.words.length > 2 && /["“]/.test(text.slice(phrase.start, phrase.end));
  const isSigned =
    first !== undefined &&
    isGiven(first.lower) &&
    /[-–—] ?$/.test(text.slice(Math.max(0, phrase.start - 2), phrase.start));
  const placed = before !== null || followed || alone || initials > 0 || hasNickname || isSigned;
  if (phrase.words.length === 1 && first !== undefined && isPlaceHere(text, phrase.start, first.lower)) return null;
  if (sureNames > 0 && placed) return found(0.9, 'name-with-context');
  if (total >= 2 && placed) return found(0.85, 'name-by-place');
  if (
    before === 'relative' &&
    phrase.words.some(({ lower, kind }) => isGiven(lower) || kind === 'unknown' || kind === 'rare')
  )
    return found(0.8, 'name-of-relative');
  const only = total === 1 ? phrase.words.find(names) : undefined;
  const possessive = only !== undefined && /^['’]s\b/i.test(text.slice(phrase.end, phrase.end + 3));
  if (possessive && (mixedCase ? first?.capital : isUnheardOf(only))) return found(0.65, 'name-possessive');
  if (
    only?.kind === 'both' &&
    before === 'likely' &&
    (followed || (only.capital && mixedCase)) &&
    !NAME_STOPWORDS.has(only.lower)
  )
    return found(0.6, 'name-of-role');
  if (only !== undefined && (before !== null || alone)) {
    // One word that is a word too must be a given name in the right place: "See attached. Mark", never "Area: General".
    if (only.kind !== 'both') return found(0.65, 'name-by-place');
    if ((followed || alone) && isGiven(only.lower) && (only.capital || !mixedCase)) return found(0.65, 'name-by-place');
  }
  if (only?.kind === 'both' && followed && isGiven(only.lower) && opensSentence(text, phrase.start))
    return found(0.6, 'name-speaks');
  const isAnswer = /: ?$/.test(text.slice(Math.max(0, phrase.start - 2), phrase.start));
  if (isAnswer && total >= 2 && first !== undefined && isGiven(first.lower)) return found(0.6, 'name-of-words');
  if (sureNames > 0 && (!mixedCase || first?.capital)) return found(0.62, 'name-alone');
  if (mixedCase && unknown > 0 && total >= 2) return found(0.6, 'name-by-look');
  if (only !== undefined && mixedCase && looksLikeName(only, text)) return found(0.5, 'name-by-look');
  return null;
}

/** An acronym or a word of code: `SFTP`, `OwnerId`. McKay and DeShawn are names. */
function isWrittenAsCode(whole: string): boolean {
  if (whole.length <= 5 && whole === whole.toUpperCase()) return true;
  return /\p{Ll}\p{Lu}/u.test(whole) && !/^(?:Ma?c|De|La|Le|Van|O['’]|D['’]|Fitz|Di|Da|Du|St)\p{Lu}/u.test(whole);
}

/** One capitalised word that nobody knows and that is no slip: asked about. `VetText`, `OAuth` and `DEERS` are no names by their capitals. */
function looksLikeName({ kind, lower, capital, start, end }: Word, text: string): boolean {
  if (!capital || lower.length < 4) return false;
  const whole = text.slice(start, end);
  if (kind === 'both') return isGiven(lower) && !NAME_STOPWORDS.has(lower) && isCalled(text, start, end);
  return (
    isUnheardOf({ kind, lower }) &&
    whole.slice(1) === lower.slice(1) &&
    !/[\w/@.]/.test(text[start - 1] ?? '') &&
    !/^[\w/@(]|^\.\w/.test(text.slice(end, end + 2))
  );
}

function opensSentence(text: string, start: number): boolean {
  return /(?:^|[.!?\n][ ]?)$/.test(text.slice(Math.max(0, start - 2), start));
}

/** How the names of medicines end: engineers need to know which one does not refill. */
const DRUG =
  /(?:pril|olol|statin|sartan|azole|cillin|mycin|dipine|formin|oxetine|azepam|zolam|triptan|gliptin|parin|floxacin|tidine|thiazide|semide|codone|lukast|asone|olone|profen|pentin|setron)$/;

/** In no list, no slip of the keyboard and no two words in one. */
function isUnheardOf({ kind, lower }: Pick<Word, 'kind' | 'lower'>): boolean {
  return (kind === 'unknown' || kind === 'rare') && !isSlip(lower) && !isCompound(lower) && !DRUG.test(lower);
}

/** Spoken to, or speaking: "Mark: the list is empty", "it is blank, Mark!" */
function isCalled(text: string, start: number, end: number): boolean {
  return (
    (/(?:^|\n)$/.test(text.slice(Math.max(0, start - 1), start)) && text[end] === ':') ||
    (/, $/.test(text.slice(Math.max(0, start - 2), start)) && /[!?]/.test(text[end] ?? ''))
  );
}

/** The same names once more, anywhere: a first name alone, or in another letter case. */
function repeats({ words }: Tokens, findings: readonly Finding[]): Finding[] {
  const known = new Set<string>();
  /** Words that are names too count only with their capital: Cook's records, another Cook. */
  const knownByCapital = new Set<string>();
  let at = 0;
  for (const { start, end, confidence } of findings) {
    for (; at < words.length && (words[at]?.start ?? end) < end; at += 1) {
      const word = words[at];
      if (word === undefined || word.start < start || confidence < 0.65 || word.lower.length < 3) continue;
      if (word.kind === 'both') knownByCapital.add(word.lower);
      else if (confidence >= 0.8 && names(word)) known.add(word.lower);
    }
  }
  if (known.size === 0 && knownByCapital.size === 0) return [];
  return words
    .filter(
      ({ lower, capital, kind }) => kind !== 'word' && (known.has(lower) || (capital && knownByCapital.has(lower))),
    )
    .map(({ start, end }) => ({ start, end, type: 'NAME', confidence: 0.85, detector: 'name-again' }));
}
