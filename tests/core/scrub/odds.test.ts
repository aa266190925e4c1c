// How sure a rule may be: every one of them gives a chance above zero and at most one, whatever it finds.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findByRules } from '../../../electron/core/scrub/rules.ts';
import { read } from '../../../electron/core/scrub/tokens.ts';
import { ROOT } from '../../support/desk.ts';

const isChance = (confidence: unknown) => typeof confidence === 'number' && confidence > 0 && confidence <= 1;

it('each pattern has a chance of its own', async () => {
  const files = globSync('electron/core/scrub/*.ts', { cwd: ROOT });
  const modules: object[] = await Promise.all(files.map((file) => import(join(ROOT, file))));
  const patterns = modules
    .flatMap((one) => Object.values(one).flat())
    .filter((one) => typeof one === 'object' && one !== null && 'pattern' in one && 'confidence' in one);
  expect(patterns.length).toBeGreaterThan(100);
  for (const { name, confidence } of patterns) expect(isChance(confidence), `${name} ${confidence}`).toBe(true);
});

/** What few reports have: a claim by its look, and a column of a table. */
const RARE = ['it says C12345678 there', 'first name,last name,dob\nAnn,Lee,04/12/1950'];

it('and so has whatever is found in six hundred reports', () => {
  const lines = readFileSync(join(ROOT, 'tests', 'pii', 'data', 'va2_dev.jsonl'), 'utf8')
    .trim()
    .split('\n');
  const texts: string[] = [...lines.map((line) => JSON.parse(line).text), ...RARE];
  const odd = texts.flatMap((text) => {
    const { settled, kept } = findByRules(read(text), {});
    return [...settled, ...kept].filter(({ confidence }) => !isChance(confidence));
  });
  expect(lines).toHaveLength(600);
  expect(odd).toEqual([]);
});
