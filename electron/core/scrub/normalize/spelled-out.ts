// What somebody spelled or said digit by digit is meant to be written down: a name, a number. Found in the original, where
// the way it is written still shows.
import type { Finding } from '../../domain/pii.ts';
import { classify } from '../names/lists.ts';
import { AS_IN, isSpelled, LETTERS, MAY_BE_AS_IN, MAY_BE_LETTERS, MAY_BE_RADIO, RADIO } from './spelled.ts';
import { MAY_BE_SAID, SAID } from './spoken-digits.ts';

const LETTERS_AFTER_CUE =
  /\b(?:spell(?:ed|ing|s|t)?|spelled out|letters?)(?: (?:it|is|as|that|out|like|his|her|my|the|last|first|name|it's|that's))*[ :,-]{1,3}(?<v>[A-Za-z](?:[ .,-]{1,2}[A-Za-z]){1,20})(?![\w'])/gi;

/** A row of Y and N answers is no word. */
const FEWEST_LETTERS = 3;

/** Spelled words that no list knows, and digits said in words, seven or more: a phone, an SSN. */
export function findSpelledOut(text: string): Finding[] {
  const findings: Finding[] = [];
  const add = (start: number, end: number, type: Finding['type'], confidence: number, detector: string) =>
    findings.push({ start, end, type, confidence, detector });
  const all = (needs: RegExp, pattern: RegExp) => (needs.test(text) ? text.matchAll(pattern) : []);
  for (const { 0: run, index } of all(MAY_BE_LETTERS, LETTERS)) {
    const word = run.replace(/[^\p{L}]/gu, '').toLowerCase();
    if (classify(word) !== 'word' && new Set(word).size >= FEWEST_LETTERS)
      add(index, index + run.length, 'NAME', 0.75, 'name-spelled');
  }
  for (const runs of [all(MAY_BE_RADIO, RADIO), all(MAY_BE_AS_IN, AS_IN)])
    for (const { 0: run, index } of runs)
      if (!inOrder(run) && isSpelled(run)) add(index, index + run.length, 'NAME', 0.8, 'name-spelled');
  for (const match of text.matchAll(LETTERS_AFTER_CUE)) {
    const end = match.index + match[0].length;
    add(end - (match.groups?.v?.length ?? 0), end, 'NAME', 0.85, 'name-spelled');
  }
  for (const { 0: run, index } of all(MAY_BE_SAID, SAID)) {
    const words = run.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
    if (words >= 7) add(index, index + run.length, words === 9 ? 'SSN' : 'PHONE', 0.9, 'number-said');
  }
  return findings;
}

/** "Alpha, Bravo, Charlie": phases, companies or teams, in the order of the alphabet. */
function inOrder(run: string): boolean {
  const letters = (run.match(/\p{L}+/gu) ?? []).map((word) => word.toLowerCase().charCodeAt(0));
  return letters.every((letter, at) => at === 0 || letter > (letters[at - 1] ?? 0));
}
