// How well the desk groups and routes a month of cases whose truth is known, and a plain baseline beside it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { wordsOf } from '../../electron/core/route/cues.ts';
import type { PlainOffice } from '../support/plain-context.ts';

const gold = z.object({
  source: z.string(),
  ref: z.string(),
  problem: z.string(),
  team: z.string().nullable(),
  outOfScope: z.boolean(),
  /** Somebody saw what is not theirs, or got in where they should not. */
  fastPath: z.boolean().default(false),
});
export type Gold = z.infer<typeof gold>;

/** A folder with an export of each source and `gold.jsonl`. */
export function readGold(folder: string): Gold[] {
  return readFileSync(join(folder, 'gold.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => gold.parse(JSON.parse(line)));
}

/** The exports as the desk takes them: name and text. */
export function readExports(folder: string): { name: string; text: string }[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.csv'));
  const exports = files.map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
  const slack = join(folder, 'slack');
  if (!existsSync(slack)) return exports;
  const days = readdirSync(slack, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\d{4}-\d{2}-\d{2}\.json$/.test(name))
    .sort();
  const messages = days.flatMap((name) => JSON.parse(readFileSync(join(slack, name), 'utf8')) as unknown[]);
  return [...exports, { name: 'slack.json', text: JSON.stringify(messages) }];
}

/** The months were labelled while the staff portals were one team; each of their three labels answers for it. */
export function isTeamOf(truth: string | null, routed: string | null | undefined): boolean {
  const family = (label: string | null | undefined) => (label?.startsWith('Liferay/') ? 'Liferay' : (label ?? null));
  return family(truth) === family(routed);
}

/** B-cubed: for every case, how much of its group is of its problem, and how much of its problem is in its group. */
export function bCubed(truth: ReadonlyMap<string, string>, groups: ReadonlyMap<string, string>) {
  const keys = [...truth.keys()];
  let [precision, recall] = [0, 0];
  for (const a of keys) {
    let [both, mine, theirs] = [0, 0, 0];
    for (const b of keys) {
      const sameGroup = groups.get(a) !== undefined && groups.get(a) === groups.get(b);
      const sameProblem = truth.get(a) === truth.get(b);
      mine += Number(sameGroup);
      theirs += Number(sameProblem);
      both += Number(sameGroup && sameProblem);
    }
    precision += mine === 0 ? 0 : both / mine;
    recall += both / theirs;
  }
  const [p, r] = [precision / keys.length, recall / keys.length];
  return { precision: p, recall: r, f1: (2 * p * r) / (p + r) };
}

/** Plain TF-IDF, one pass: each text joins the nearest group from a threshold on. The best threshold is looked for. */
function tfIdfGroups(texts: ReadonlyMap<string, string>, threshold: number): Map<string, string> {
  const words = new Map([...texts].map(([key, text]) => [key, wordsOf(text)]));
  const inTexts = new Map<string, number>();
  for (const list of words.values()) for (const word of new Set(list)) inTexts.set(word, (inTexts.get(word) ?? 0) + 1);
  const groups: { name: string; sum: Map<string, number> }[] = [];
  const joined = new Map<string, string>();
  for (const [key, list] of words) {
    const vector = new Map<string, number>();
    for (const word of list)
      vector.set(word, (vector.get(word) ?? 0) + Math.log(texts.size / (inTexts.get(word) ?? 1)));
    let [best, most] = [null as (typeof groups)[number] | null, threshold];
    for (const group of groups) {
      const alike = cosine(vector, group.sum);
      if (alike >= most) [best, most] = [group, alike];
    }
    if (best === null) {
      best = { name: key, sum: new Map() };
      groups.push(best);
    }
    for (const [word, weight] of vector) best.sum.set(word, (best.sum.get(word) ?? 0) + weight);
    joined.set(key, best.name);
  }
  return joined;
}

function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let dot = 0;
  for (const [word, weight] of a) dot += weight * (b.get(word) ?? 0);
  const length = (of: ReadonlyMap<string, number>) => Math.sqrt([...of.values()].reduce((sum, x) => sum + x * x, 0));
  return dot === 0 ? 0 : dot / (length(a) * length(b));
}

/** The best that plain TF-IDF does on the scrubbed texts of a desk, whatever the threshold. */
export function tfIdfF1({ store }: Pick<PlainOffice, 'store'>, gold: readonly Gold[]): number {
  const rows = store.db.$client.prepare('SELECT reference, scrubbed_text FROM cases').raw().all() as [string, string][];
  const [texts, truth] = [new Map(rows), new Map(gold.map((one) => [one.ref, one.problem]))];
  return Math.max(...Array.from({ length: 17 }, (_, at) => bCubed(truth, tfIdfGroups(texts, 0.1 + at * 0.05)).f1));
}
