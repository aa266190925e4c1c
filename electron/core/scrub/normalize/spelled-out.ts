// What somebody spelled or said digit by digit is meant to be written down: a name, a number. Found in the original, where
// the way it is written still shows.
import type { Finding } from '../../domain/pii.ts';
import { classify } from '../names/lists.ts';
import { AS_IN, LETTERS, RADIO } from './spelled.ts';
import { SAID } from './spoken-digits.ts';

const LETTERS_AFTER_CUE =
  /\b(?:spell(?:ed|ing|s|t)?|spelled out|letters?)(?: (?:it|is|as|that|out|like|his|her|my|the|last|first|name|it's|that's))*[ :,-]{1,3}(?<v>[A-Za-z](?:[ .,-]{1,2}[A-Za-z]){1,20})(?![\w'])/gi;

/** Spelled words that no list knows, and digits said in words, seven or more: a phone, an SSN. */
export function findSpelledOut(text: string): Finding[] {
  const findings: Finding[] = [];
  const add = (start: number, end: number, type: Finding['type'], confidence: number, detector: string) =>
    findings.push({ start, end, type, confidence, detector });
  for (const { 0: run, index } of text.matchAll(LETTERS)) {
    const word = run.replace(/[^\p{L}]/gu, '').toLowerCase();
    if (classify(word) !== 'word') add(index, index + run.length, 'NAME', 0.75, 'name-spelled');
  }
  for (const pattern of [RADIO, AS_IN])
    for (const { 0: run, index } of text.matchAll(pattern))
      if (!inOrder(run)) add(index, index + run.length, 'NAME', 0.8, 'name-spelled');
  for (const match of text.matchAll(LETTERS_AFTER_CUE)) {
    const end = match.index + match[0].length;
    add(end - (match.groups?.v?.length ?? 0), end, 'NAME', 0.85, 'name-spelled');
  }
  for (const { 0: run, index } of text.matchAll(SAID)) {
    const words = run.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
    if (words >= 7) add(index, index + run.length, words === 9 ? 'SSN' : 'PHONE', 0.9, 'number-said');
  }
  return findings;
}

/** "Alpha, Bravo, Charlie": phases, companies or teams, letter after letter. */
function inOrder(run: string): boolean {
  const letters = (run.match(/\p{L}+/gu) ?? []).map((word) => word.toLowerCase().charCodeAt(0));
  return letters.every((letter, at) => at === 0 || letter === (letters[at - 1] ?? 0) + 1);
}
