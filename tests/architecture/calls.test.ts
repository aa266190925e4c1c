// Who looks for the work of a call finds it by the name of its wing: contract/WING-calls.ts, worker/handlers/WING.ts.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../support/desk.ts';

const CONTRACT = join(ROOT, 'electron/contract');
const HANDLERS = join(ROOT, 'electron/worker/handlers');
/** The host answers these itself, before a desk is open. */
const OF_THE_HOST = ['lock'];

const wings = readdirSync(CONTRACT)
  .flatMap((name) => /^(.+)-calls\.ts$/.exec(name)?.[1] ?? [])
  .filter((wing) => !OF_THE_HOST.includes(wing));

it('every wing of calls has its handlers under the same name', () => {
  const handlers = readdirSync(HANDLERS).map((name) => name.replace(/\.ts$/, ''));
  expect(handlers.filter((name) => name !== 'desk' && name !== 'all').sort()).toEqual([...wings, 'settings'].sort());
});

it.each(wings)('the handlers of %s are typed by its calls', (wing) => {
  const text = readFileSync(join(HANDLERS, `${wing}.ts`), 'utf8');
  expect(text).toContain(`/contract/${wing}-calls.ts`);
});
