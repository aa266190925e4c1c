// Names in small letters in a text that has its capitals otherwise: "Vet herb stone cannot log in". Asked about, never sure.
import type { Finding } from '../domain/pii.ts';
import { ASKED } from './asked.ts';
import type { Detector } from './detector.ts';
import { NAME_STOPWORDS } from './name-stopwords.ts';
import { isFollowedAsName, whatStandsBefore } from './names/context.ts';
import { DOMAIN_WORDS } from './names/domain-words.ts';
import { isCompound, isFamily, isGiven, isSlip } from './names/lists.ts';
import type { Word } from './tokens.ts';

export const findSmallNames: Detector = (reading) => {
  const { text, words, mixedCase } = reading;
  if (!mixedCase) return [];
  const findings: Finding[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const [first, second] = [words[at], words[at + 1]];
    if (first === undefined || !mayBeCalled(first)) continue;
    const isPair = second !== undefined && text.slice(first.end, second.start) === ' ' && mayFollow(first, second);
    const end = isPair ? second.end : first.end;
    const before = whatStandsBefore(reading, at);
    const isSure = isPair && (first.kind === 'name' || second.kind === 'name');
    const isPlaced = before === 'sure' || (isPair && (before !== null || isFollowedAsName(text, end)));
    if (!isSure && !isPlaced) continue;
    findings.push({ start: first.start, end, type: 'NAME', confidence: 0.5, detector: `${ASKED}-small-name` });
    if (isPair) at += 1;
  }
  return findings;
};

function mayBeCalled(word: Word): boolean {
  return isSmallName(word) && isGiven(word.lower);
}

function mayFollow(first: Word, second: Word): boolean {
  if (isSmallName(second)) return second.kind === 'name' || isFamily(second.lower);
  const isUnheardOf = second.kind === 'rare' || (second.kind === 'unknown' && second.lower.length > 3);
  return first.kind === 'name' && isUnheardOf && !second.capital && !isSlip(second.lower) && !isCompound(second.lower);
}

function isSmallName({ kind, capital, lower }: Word): boolean {
  return (kind === 'name' || kind === 'both') && !capital && !NAME_STOPWORDS.has(lower) && !DOMAIN_WORDS.has(lower);
}
