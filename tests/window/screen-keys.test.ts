// Keys of the window, as its catalogue has them.
import { expect, it, vi } from 'vitest';

type Commands = Readonly<Record<string, readonly { readonly id: string; readonly keys: readonly string[] }[]>>;

it('hides no key that works everywhere behind the own key of a screen', async () => {
  // The catalogue is the window's: what it imports listens for the end of the page.
  vi.stubGlobal('window', new EventTarget());
  const load = async (name: string): Promise<Commands> => import(`../../renderer/commands/${name}-commands.ts`);
  const { DESK_COMMANDS = [] } = await load('desk');
  const { CASE_COMMANDS = [] } = await load('case');
  const { SCREEN_COMMANDS = [] } = await load('screen');
  const everywhere = new Set(DESK_COMMANDS.flatMap(({ keys }) => keys));
  expect(everywhere).toContain('Shift+L');
  const hiding = [...CASE_COMMANDS, ...SCREEN_COMMANDS].filter(({ keys }) => keys.some((key) => everywhere.has(key)));
  expect(hiding.map(({ id }) => id)).toEqual([]);
});
