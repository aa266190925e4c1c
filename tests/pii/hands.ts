// The hands: sentences of different writers with holes, filled by makers. `{KIND}` is personal, `{~KIND}` may be masked or
// not, and `{KIND=value}` is filled already, with what no maker makes.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LabelledCase } from './corpus.ts';
import { createMakers, type Makers } from './makers/index.ts';
import { createRandom, type Half } from './makers/random.ts';
import { CLEAN, PERSONAL } from './sentences.ts';

export interface Hand {
  readonly hand: string;
  readonly personal: readonly string[];
  readonly clean: readonly string[];
}

const FOLDER = join(import.meta.dirname, 'hands');
/** Never learned, nor looked into to mend the scrubber: what the whole of it is worth on text of somebody new. */
const HELD_OUT = join(import.meta.dirname, 'held-out');
const NOBODYS = new Set(
  'RECORD VERSION HASH FACILITY ERRORCODE FORM PRODUCT BROWSER MEDICINE CITY_AS_PLACE N PUBLICPHONE'.split(' '),
);
const OPTIONAL = new Set('DATE TIME AGE CITY REQUESTID'.split(' '));
const HOLE = /\{(~?)([A-Z0-9_]+)(?:=([^{}]+))?\}/g;

export const readHeldOutHands = (): Hand[] => readFolder(HELD_OUT);

/** The hands on file, and the sentences of our corpus as one more. */
export const readHands = (): Hand[] => readFolder(FOLDER).concat({ hand: 'own', personal: PERSONAL, clean: CLEAN });

function readFolder(folder: string): Hand[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name): Hand => JSON.parse(readFileSync(join(folder, name), 'utf8')));
}

export interface Filling {
  readonly seed: number;
  /** Which half of the lists of values is drawn from; null for all. */
  readonly half: Half;
  /** Share of cases with slips of the keyboard in what is nobody's. */
  readonly slips?: number;
}

/** Every sentence of a hand once; one in eight in small letters, one in eight in capitals. */
export function fillHand({ hand, personal, clean }: Hand, { seed, half, slips = 0 }: Filling): LabelledCase[] {
  const salt = seed * 7919 + [...hand].reduce((sum, sign) => sum * 31 + sign.charCodeAt(0), 7);
  const makers = createMakers(salt, half);
  const random = createRandom(salt + 1);
  return [...personal, ...clean].map((sentence) => {
    const chance = random.unit();
    const inCase =
      chance < 0.125
        ? (text: string) => text.toLowerCase()
        : chance < 0.25
          ? (text: string) => text.toUpperCase()
          : (text: string) => text;
    const slip = random.chance(slips) ? (text: string) => withSlip(text, random) : (text: string) => text;
    return fill(sentence, makers, inCase, slip);
  });
}

function fill(
  sentence: string,
  makers: Makers,
  inCase: (text: string) => string,
  slip: (text: string) => string,
): LabelledCase {
  const spans: { start: number; end: number; type: string; tier?: 2 }[] = [];
  let [text, last] = ['', 0];
  for (const match of sentence.matchAll(HOLE)) {
    const [, optional, type = '', written] = match;
    const make = makers[type];
    if (make === undefined) throw new Error(`No maker for the hole ${match[0]} in: ${sentence}`);
    text += slip(inCase(sentence.slice(last, match.index)));
    const value = inCase(written ?? make());
    const isOptional = optional === '~' || OPTIONAL.has(type);
    if (!NOBODYS.has(type))
      spans.push({
        start: text.length,
        end: text.length + value.length,
        type,
        ...(isOptional ? { tier: 2 as const } : {}),
      });
    text += value;
    last = match.index + match[0].length;
  }
  return { text: text + slip(inCase(sentence.slice(last))), spans };
}

/** Two letters swapped, or one left out, in one word. */
function withSlip(text: string, random: ReturnType<typeof createRandom>): string {
  if (text.length < 8) return text;
  const at = random.int(2, text.length - 3);
  const two = text.slice(at, at + 2);
  if (!/^[a-z]{2}$/i.test(two)) return text;
  return text.slice(0, at) + (random.chance(0.5) ? `${two[1]}${two[0]}` : two[0]) + text.slice(at + 2);
}
