// desk damage: damage found when the desk was opened; --read acknowledges it.
import { withDesk, wordsOfDamage } from '../open.ts';
import type { DeskOptions } from '../options.ts';
import { print } from '../print.ts';

export async function run(options: DeskOptions & { readonly read?: boolean }): Promise<void> {
  const { notices } = await withDesk(
    options,
    async (call) => {
      const found = await call('damage.get', {});
      if (options.read) await call('damage.read', {});
      return found;
    },
    { warns: false },
  );
  print(options, notices, () => wordsOfDamage(notices) || 'Nothing was found damaged.');
}
