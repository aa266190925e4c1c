// A text as the tagger sees it: runs of letters and runs of digits, and the signs that stand between them.
import { hashText, mix } from './hash.ts';
import { type Look, lookOf } from './looks.ts';

export interface Token {
  readonly start: number;
  readonly end: number;
  readonly look: Look;
  /** Hash of the signs between the token before and this one. */
  readonly gap: number;
  /** The gap holds a line break, or the text begins here. */
  readonly opensLine: boolean;
  /** No sign stands between the token before and this one. */
  readonly glued: boolean;
  /** What the whole unbroken piece looks like: `3-2-4`, `a.A@a.a`. */
  chunk: number;
  /** Places of the first token of the unbroken piece and of the first one after it. */
  chunkFrom: number;
  chunkTo: number;
}

const LETTER = /[\p{L}\p{M}]/u;
const [APOSTROPHE, CURLY, COLON] = [0x27, 0x2019, 0x3a];
/** What ends an unbroken piece, besides white space. */
const BREAKS = /[\s,;|=<>{}[\]"&?()]/;

/** Splits in one pass; `mixedCase` says whether capitals mean something, `hidden` which words pass for unheard of. */
export function tokenize(text: string, mixedCase: boolean, hidden?: (start: number) => boolean): Token[] {
  const tokens: Token[] = [];
  const { length } = text;
  let [at, last] = [0, 0];
  while (at < length) {
    const code = text.charCodeAt(at);
    const start = at;
    if (isDigit(code)) {
      while (isDigit(text.charCodeAt(at))) at += 1;
    } else if (isLetter(code, text, at)) {
      for (at += 1; at < length; at += 1) {
        const next = text.charCodeAt(at);
        if (isLetter(next, text, at)) continue;
        if ((next === APOSTROPHE || next === CURLY) && isLetter(text.charCodeAt(at + 1), text, at + 1)) continue;
        break;
      }
    } else {
      at += 1;
      continue;
    }
    const signs = text.slice(last, start);
    tokens.push({
      start,
      end: at,
      look: lookOf(text.slice(start, at), mixedCase, hidden?.(start) ?? false),
      gap: gapHash(signs),
      opensLine: last === 0 || signs.includes('\n'),
      glued: signs === '' && start > 0,
      chunk: 0,
      chunkFrom: 0,
      chunkTo: 0,
    });
    last = at;
  }
  markChunks(text, tokens);
  return tokens;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isLetter(code: number, text: string, at: number): boolean {
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
  return Number.isNaN(code) ? false : LETTER.test(text[at] ?? '');
}

const SPACE = hashText(' ');
const LONGEST_GAP = 4;

function gapHash(signs: string): number {
  if (signs === ' ') return SPACE;
  if (signs.length <= LONGEST_GAP) return hashText(signs);
  const kept = signs.replace(/[ \t]+/g, ' ').replace(/\s*\n\s*/g, '\n');
  return hashText(kept.length <= LONGEST_GAP ? kept : kept.slice(0, 2) + kept.slice(-2));
}

function markChunks(text: string, tokens: Token[]) {
  let from = 0;
  for (let to = 1; to <= tokens.length; to += 1) {
    const [before, next] = [tokens[to - 1], tokens[to]];
    if (before !== undefined && next !== undefined && !breaks(text, before, next)) continue;
    let shape = 7;
    for (let at = from; at < to; at += 1) {
      const token = tokens[at];
      if (token === undefined) continue;
      shape = mix(shape, at === from ? token.look.form : mix(token.gap, token.look.form));
      if (at - from > 12) break;
    }
    for (let at = from; at < to; at += 1) {
      const token = tokens[at];
      if (token === undefined) continue;
      token.chunk = shape;
      token.chunkFrom = from;
      token.chunkTo = to;
    }
    from = to;
  }
}

function breaks(text: string, before: Token, next: Token): boolean {
  if (next.glued) return false;
  if (next.start - before.end === 1) {
    const code = text.charCodeAt(before.end);
    if (code === 0x20 || code === 0x0a) return true;
    if (code === COLON) return !before.look.isNumber && before.end - before.start > 2;
  }
  return BREAKS.test(text.slice(before.end, next.start));
}
