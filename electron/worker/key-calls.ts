// The calls about keys: whoever changes how the key is protected first proves that they may open it.
import type { Handlers, HostCallName } from '../contract/calls.ts';
import { AppError } from '../contract/errors.ts';
import { changeKeeper, type Keeper, renewCode } from '../host/change-key.ts';
import type { Home } from '../host/home.ts';
import type { Keychain } from '../host/key.ts';
import { snapshotFolder } from '../store/snapshots/snapshots.ts';
import { rekeyHome } from './change-keys.ts';
import { unlockHome } from './unlock.ts';

export interface KeyDoor {
  readonly keychain: Keychain | null;
  readonly home: () => Home;
  /**
   * Runs while the store is closed, and reopens it: with the resulting key, or with the current one if there is none.
   */
  readonly whileClosed: <T extends { readonly key: string }>(key: string, work: () => T) => Promise<T>;
}

export type KeyCallName = Extract<HostCallName, `keys.${string}`>;

/** @throws AppError `refused` if there is neither */
export function keeperOf(passphrase: string | undefined, keychain: Keychain | null): Keeper {
  if (passphrase !== undefined) return { passphrase };
  if (keychain !== null) return { keychain };
  throw new AppError('refused', 'There is no keychain here. Choose a passphrase.');
}

export function keyCalls({ keychain, home, whileClosed }: KeyDoor): Handlers<KeyCallName> {
  const prove = (passphrase: string | undefined) => unlockHome(home(), 'real', { passphrase, keychain }).key;
  const snapshots = () => snapshotFolder(home().store);
  return {
    'keys.change': ({ passphrase, next }) => {
      changeKeeper(home(), snapshots(), prove(passphrase), keeperOf(next, keychain));
      return {};
    },
    'keys.newCode': ({ passphrase }) => ({ code: renewCode(home(), snapshots(), prove(passphrase)) }),
    'keys.rekey': async ({ passphrase }) => {
      const former = prove(passphrase);
      const { code, isDone } = await whileClosed(former, () =>
        rekeyHome(home(), former, keeperOf(passphrase, keychain)),
      );
      return { code, isDone };
    },
  };
}
