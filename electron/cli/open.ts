// Opens a desk for one command and closes it again.
import type { Call } from '../contract/client.ts';
import { createClient } from '../contract/client.ts';
import type { DamageNotice } from '../contract/schemas.ts';
import { tokensFrom } from '../host/tokens.ts';
import { openDesk } from '../worker/open-desk.ts';
import { openHome, ROOT } from './home.ts';
import type { DeskOptions } from './options.ts';

/**
 * Opens the desk of the options, passes its calls to `work` and closes it again; a missing real desk is only created if
 * it `mayMake` one.
 * @throws AppError when the key is wrong, or the home is in use or cannot be read
 */
export async function withDesk<T>(
  options: DeskOptions,
  work: (call: Call) => Promise<T>,
  { warns = true, mayMake = false }: { readonly warns?: boolean; readonly mayMake?: boolean } = {},
): Promise<T> {
  const { home, mode, key, unlocked } = openHome(options, mayMake);
  const tokens = tokensFrom(process.env);
  const ctx = openDesk({ folder: home.folder, mode, key, unlocked, root: ROOT, tokens }, () => {});
  try {
    const call = createClient(ctx.dispatch);
    if (warns) await warnOfDamage(call);
    return await work(call);
  } finally {
    await ctx.close();
  }
}

/** On stderr, so that the output for scripts stays clean. */
async function warnOfDamage(call: Call): Promise<void> {
  const { notices } = await call('damage.get', {});
  if (notices.length === 0) return;
  console.error(`${wordsOfDamage(notices)}\nShown with every command until you run: desk damage --read`);
}

export function wordsOfDamage(notices: readonly DamageNotice[]): string {
  return notices.map(({ title, lines }) => [`${title}.`, ...lines.map((one) => `  ${one}`)].join('\n')).join('\n');
}
