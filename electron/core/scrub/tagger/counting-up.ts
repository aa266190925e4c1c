// Numbers that count up by one, "1 2 3 4 5": they number steps or codes and are nobody's value, unless words nearby announce one.
import { LABEL_WORDS } from '../label-words.ts';
import type { Token } from './tokens.ts';

const SHORTEST = 3;
/** As many as an SSN ends with: asked about. */
const LAST_FOUR = 4;
/** A longer number may be an ending or a year. */
const LONGEST_NUMBER = 2;
/** Between two numbers of one run. Hyphens and dots write one value in groups. */
const GAP = /^(?:[ \t]{1,2}|, ?)$/;

const WORD = /[\p{L}\p{N}]+/gu;
const ANNOUNCES = /last|four|ssn|soc|ending|ends|digits?|numbers?|dial|call|x{2,}|\*{2,}|cuatro/i;
const BEFORE = 60;
const BEHIND = 30;

/**
 * For each token 1 where it is part of such a run. Only a whole run counts: where other digits stand beside the ones that
 * count up, all of them may be one number told digit by digit.
 */
export function countingUp(text: string, tokens: readonly Token[]): Uint8Array {
  const counted = new Uint8Array(tokens.length);
  let from = 0;
  for (let to = 1; to <= tokens.length; to += 1) {
    if (goesOn(text, tokens[to - 1], tokens[to])) continue;
    if (isLong(to - from) && countsUp(text, tokens, from, to) && !isAnnounced(text, tokens[from], tokens[to - 1]))
      counted.fill(1, from, to);
    from = to;
  }
  return counted;
}

function isLong(length: number): boolean {
  return length >= SHORTEST && length !== LAST_FOUR;
}

function goesOn(text: string, last: Token | undefined, next: Token | undefined): boolean {
  if (last === undefined || next === undefined || !last.look.isNumber || !next.look.isNumber) return false;
  return next.start - last.end <= 2 && GAP.test(text.slice(last.end, next.start));
}

function countsUp(text: string, tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.end - token.start > LONGEST_NUMBER || token.chunkTo - token.chunkFrom > 1)
      return false;
    if (at > from && numberOf(text, token) !== numberOf(text, tokens[at - 1]) + 1) return false;
  }
  return true;
}

function numberOf(text: string, token: Token | undefined): number {
  return token === undefined ? Number.NaN : Number(text.slice(token.start, token.end));
}

function isAnnounced(text: string, first: Token | undefined, last: Token | undefined): boolean {
  if (first === undefined || last === undefined) return false;
  const around = `${text.slice(Math.max(0, first.start - BEFORE), first.start)} ${text.slice(last.end, last.end + BEHIND)}`;
  return ANNOUNCES.test(around) || (around.match(WORD) ?? []).some((word) => LABEL_WORDS.has(word.toLowerCase()));
}
