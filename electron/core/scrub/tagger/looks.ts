// What a single token says by itself: its word, how it begins and ends, its capitals, whether people are named so.
import { classify, clusterOf, fieldOf, knownOf, type WordClass } from '../names/lists.ts';
import { thingOf } from '../names/things.ts';
import { hashText, mix } from './hash.ts';
import { partsOf } from './parts.ts';
import { roleOf } from './roles.ts';

export interface Look {
  readonly isNumber: boolean;
  /** What the lists take it for; of a number nothing. */
  readonly group: WordClass | 'letter' | null;
  readonly length: number;
  /** `U`pper, `C`apitalized, `l`ower, mixed as in `M`cKay and in `m`Pay; `-` where capitals mean nothing, and of numbers. */
  readonly capitals: string;
  /** The word in small letters, or the length of the number. */
  readonly word: number;
  /** Class, capitals and length together. */
  readonly kind: number;
  /** Capitals and length alone, for the shape of a piece. */
  readonly form: number;
  /** The part the word plays around others, or that it is a number; the class of the word where it plays none. */
  readonly role: number;
  /** Everything said, most telling first; far neighbors say only the first few. */
  readonly features: Int32Array;
  /** For the model: what these features add up to, filled on first use. */
  sums: Int16Array | null;
}

const looks = new Map<string, Look>();
const looksInOneCase = new Map<string, Look>();
const REMEMBERED = 15_000;

/** The look of a token, remembered; hidden ones, which only learning asks for, are made anew. */
export function lookOf(token: string, mixedCase: boolean, hidden = false): Look {
  if (hidden) return makeLook(token, mixedCase, hidden);
  const known = mixedCase ? looks : looksInOneCase;
  let look = known.get(token);
  if (look === undefined) {
    look = makeLook(token, mixedCase, hidden);
    if (known.size >= REMEMBERED) known.clear();
    known.set(token, look);
  }
  return look;
}

/** Forgets every look: their sums belong to other weights. */
export function forgetLooks() {
  looks.clear();
  looksInOneCase.clear();
}

function makeLook(token: string, mixedCase: boolean, hidden: boolean): Look {
  const first = token.charCodeAt(0);
  return first >= 0x30 && first <= 0x39 ? numberLook(token) : wordLook(token, mixedCase, hidden);
}

function numberLook(token: string): Look {
  const { length } = token;
  const size = `#${Math.min(length, 20)}`;
  const value = length <= 4 ? Number(token) : -1;
  const range =
    length === 4 && value >= 1900 && value <= 2012
      ? 'born'
      : length === 4 && value > 2012 && value < 2031
        ? 'now'
        : length <= 2 && value <= 12
          ? 'month'
          : length <= 2 && value <= 31
            ? 'day'
            : length === 2 || length === 3
              ? value >= 90 && value < 110
                ? 'old'
                : 'some'
              : length === 8 && /^(?:19|20)\d\d[01]\d/.test(token)
                ? 'ymd'
                : length === 8 && /^[01]\d[0-3]\d(?:19|20)/.test(token)
                  ? 'mdy'
                  : length === 10 && /^10[01]/.test(token)
                    ? 'icn'
                    : length > 7 && token[0] === '0'
                      ? 'zero'
                      : length === 10 && /^1/.test(token)
                        ? 'one'
                        : '';
  const word = hashText(length <= 3 ? `n${token}` : `${size}${range}`);
  const form = hashText(size);
  const kind = hashText(`${size}${range}`);
  const features = Int32Array.of(kind, word, mix(form, 1));
  return { isNumber: true, group: null, length, capitals: '-', word, kind, form, role: form, features, sums: null };
}

/** Words of two letters that everybody writes; two others are somebody's initials, a state or short for something. */
const SHORT_WORDS = new Set(
  'ah am an as at be by do eh go ha he hi id if in is it la lo me my no of oh ok on or ox pm so to up us we ye yo tv pc md rn np pa dr mr ms st rd ln jr sr'.split(
    ' ',
  ),
);
const STATES = new Set(
  'al ak az ar ca co ct de fl ga hi ia id il in ks ky la ma md me mi mn mo ms mt nc nd ne nh nj nm nv ny oh ok or pa pr sc sd tn tx ut va vt wa wi wv wy dc gu ap ae aa'.split(
    ' ',
  ),
);

function shortOf(lower: string): string {
  if (lower.length !== 2) return '';
  return `${SHORT_WORDS.has(lower) ? '' : '2'}${STATES.has(lower) ? 's' : ''}`;
}

function wordLook(token: string, mixedCase: boolean, hidden: boolean): Look {
  const lower = token.toLowerCase().replace(/’/g, "'");
  const written = lower.length === 1 ? 'letter' : classify(lower);
  const group = hidden && written !== 'word' && written !== 'letter' ? 'unknown' : written;
  const known = hidden ? '' : `${knownOf(lower)}${thingOf(lower)}${shortOf(lower)}`;
  const parts = hidden || (group !== 'unknown' && group !== 'rare') ? '' : partsOf(lower);
  const upper = token === token.toUpperCase() && token !== lower;
  const capitals = !mixedCase
    ? '-'
    : upper
      ? 'U'
      : token[0] !== lower[0]
        ? token.slice(1) === lower.slice(1)
          ? 'C'
          : 'M'
        : token === lower
          ? 'l'
          : 'm';
  const size = lower.length > 8 ? 'L' : lower.length > 4 ? '5' : `${lower.length}`;
  const word = hidden ? hashText(group) : hashText(lower);
  const kind = hashText(`${group}${known}${capitals}`);
  // The next writer says it with another word of the same field, so a hidden word keeps its own.
  const field = hidden && group !== 'word' ? '' : fieldOf(lower);
  const [cluster, cohort] = hidden && group !== 'word' ? [0, 0] : clusterOf(lower);
  const own = [
    kind,
    word,
    hashText(`~${cohort}${cluster === 0 ? group : ''}`),
    hashText(`=${field}${group}${capitals}`),
    hashText(`${group}${capitals}${size}`),
    hashText(`^${lower.slice(0, 3)}`),
    hashText(`${lower.slice(-3)}$`),
    hashText(`${lower.slice(-2)}$`),
    hashText(`${lower.slice(-4)}$4`),
    hashText(`${known}|${group}`),
    hashText(`+${parts}|${group}${capitals}`),
    hashText(`~${cluster}${cluster === 0 ? group : ''}${capitals}`),
    hashText(`~${cluster}${cluster === 0 ? group : ''}`),
  ];
  const form = hashText(`${capitals}${lower.length === 1 ? 1 : ''}`);
  const part = hidden ? '' : roleOf(lower);
  const role = hashText(part !== '' ? `/${part}` : cohort === 0 ? `${group}${field}` : `~${cohort}`);
  const features = Int32Array.from(own);
  return {
    isNumber: false,
    group,
    length: lower.length,
    capitals,
    word,
    kind,
    form,
    role,
    features,
    sums: null,
  };
}
