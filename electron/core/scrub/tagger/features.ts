// What is said of each token together with what stands around it: neighbors, label, line, and what the rules found.
import type { Finding } from '../../domain/pii.ts';
import { KEEP } from '../allowlist.ts';
import { hashText, mix } from './hash.ts';
import type { Look } from './looks.ts';
import type { Token } from './tokens.ts';

/** How far the look of a neighbor counts. */
export const REACH = 3;
const FAR_FEATURES = 4;

/** How many features of a look count at an offset. */
export function countAt(look: Look, offset: number): number {
  return offset > 1 || offset < -1 ? Math.min(FAR_FEATURES, look.features.length) : look.features.length;
}

/** The number of a look's feature at an offset. */
export function atOffset(feature: number, offset: number): number {
  return mix(feature, offset + 17);
}

export interface Context {
  readonly tokens: readonly Token[];
  /** By token: what the rules say of it; 0 for nothing. */
  readonly rules: Int32Array;
  readonly labels: Int32Array;
  readonly wordsBefore: Int32Array;
  readonly wordsTwoBefore: Int32Array;
  readonly wordsAfter: Int32Array;
  readonly lineHeads: Int32Array;
}

const LABEL_END = /[:=?#>\t|]/;

/** Reads, once for a text, what the features of all tokens need. `found` is sorted and does not overlap. */
export function contextOf(text: string, tokens: readonly Token[], found: readonly Finding[]): Context {
  const make = () => new Int32Array(tokens.length);
  const context = {
    tokens,
    rules: make(),
    labels: make(),
    wordsBefore: make(),
    wordsTwoBefore: make(),
    wordsAfter: make(),
    lineHeads: make(),
  };
  let [label, head, word, wordBefore] = [0, 0, 0, 0];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) continue;
    const before = tokens[at - 1];
    if (token.opensLine) [label, head] = [0, token.look.kind];
    if (token.opensLine && !token.look.isNumber) head = token.look.word;
    if (before !== undefined && !token.opensLine && !token.glued && LABEL_END.test(text.slice(before.end, token.start)))
      label = before.look.isNumber ? 3 : before.look.word;
    context.labels[at] = label;
    context.lineHeads[at] = head;
    if (at === token.chunkFrom) {
      context.wordsBefore[at] = word;
      context.wordsTwoBefore[at] = wordBefore;
    } else {
      context.wordsBefore[at] = context.wordsBefore[at - 1] ?? 0;
      context.wordsTwoBefore[at] = context.wordsTwoBefore[at - 1] ?? 0;
    }
    if (!token.look.isNumber) [wordBefore, word] = [word, token.look.word];
  }
  let after = 0;
  for (let to = tokens.length; to > 0; ) {
    const from = tokens[to - 1]?.chunkFrom ?? 0;
    for (let at = from; at < to; at += 1) context.wordsAfter[at] = after;
    const first = tokens.slice(from, to).find(({ look }) => !look.isNumber);
    if (first !== undefined) after = first.look.word;
    to = from;
  }
  addRules(context.rules, tokens, found);
  return context;
}

const ruleHashes = new Map<string, number>();

function addRules(rules: Int32Array, tokens: readonly Token[], found: readonly Finding[]) {
  let at = 0;
  for (const { start, end, detector, confidence } of found) {
    while (at < tokens.length && (tokens[at]?.end ?? 0) <= start) at += 1;
    const key = detector.startsWith(KEEP) ? KEEP : detector;
    let hash = ruleHashes.get(key);
    if (hash === undefined) {
      hash = hashText(key);
      ruleHashes.set(key, hash);
    }
    const sureness = confidence >= 0.9 ? 3 : confidence >= 0.6 ? 2 : 1;
    for (let one = at; one < tokens.length && (tokens[one]?.start ?? end) < end; one += 1)
      rules[one] = mix(hash, sureness);
  }
}

/** Writes the numbers of a token's joint features into `out`, and says how many there are. */
export function jointFeatures(context: Context, at: number, out: Int32Array): number {
  const { tokens, rules, labels } = context;
  const token = tokens[at];
  if (token === undefined) return 0;
  const [p2, p1, n1, n2] = [tokens[at - 2], tokens[at - 1], tokens[at + 1], tokens[at + 2]];
  const { word, kind } = token.look;
  const [w1, w2, v1, v2] = [p1?.look.word ?? 1, p2?.look.word ?? 1, n1?.look.word ?? 2, n2?.look.word ?? 2];
  const [k1, j1] = [p1?.look.kind ?? 1, n1?.look.kind ?? 2];
  const [gap, gapAfter] = [token.gap, n1?.gap ?? 5];
  const rule = rules[at] ?? 0;
  const label = labels[at] ?? 0;
  const wordBefore = context.wordsBefore[at] ?? 0;
  const wordAfter = context.wordsAfter[at] ?? 0;
  const line = (token.opensLine ? 1 : 0) + (n1 === undefined || n1.opensLine ? 2 : 0);
  let count = 0;
  const add = (template: number, value: number) => {
    out[count] = mix(value, template);
    count += 1;
  };
  add(101, mix(w1, word));
  add(102, mix(word, v1));
  add(103, mix(w1, kind));
  add(104, mix(v1, kind));
  add(105, mix(mix(w2, w1), kind));
  add(106, mix(mix(v1, v2), kind));
  add(107, mix(mix(k1, kind), j1));
  add(108, mix(mix(w1, gap), kind));
  add(109, mix(mix(gap, gapAfter), kind));
  add(110, mix(gap, k1));
  add(111, mix(gapAfter, j1));
  add(112, token.chunk);
  add(113, mix(token.chunk, wordBefore));
  add(114, mix(token.chunk, label));
  add(115, mix(label, kind));
  add(116, label);
  add(117, mix(wordBefore, kind));
  add(118, mix(mix(wordBefore, context.wordsTwoBefore[at] ?? 0), kind));
  add(119, mix(wordAfter, kind));
  add(120, mix(line, kind));
  add(121, mix(mix(line, gap), gapAfter));
  add(122, mix(context.lineHeads[at] ?? 0, kind));
  add(123, mix(rule, at > 0 && rule === rules[at - 1] ? 1 : 0));
  add(124, mix(rule, kind));
  add(125, mix(rules[at - 1] ?? 0, rules[at + 1] ?? 0));
  add(126, mix(rule, wordBefore));
  add(127, mix(mix(w1, v1), kind));
  add(128, mix(at - token.chunkFrom, token.chunk));
  const [r1, r2, s1, s2] = [p1?.look.role ?? 1, p2?.look.role ?? 1, n1?.look.role ?? 2, n2?.look.role ?? 2];
  add(129, mix(r1, kind));
  add(130, mix(mix(r2, r1), kind));
  add(131, mix(s1, kind));
  add(132, mix(mix(s1, s2), kind));
  add(133, mix(mix(r1, s1), kind));
  add(134, mix(mix(r1, gap), mix(kind, gapAfter)));
  return count;
}

/** More than any token has. */
export const MOST_JOINT = 40;
