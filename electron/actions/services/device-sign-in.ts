// GitHub device sign-in, in two steps. The state between them is kept in memory only: a restart starts over.
import type { Output, ParsedInput } from '../../contract/calls.ts';
import { AppError } from '../../contract/errors.ts';
import { askForCode, askForToken, type DeviceCode } from '../../sync/github/device.ts';
import type { AppContext } from '../app-context.ts';
import { signIn } from './services.ts';

export interface DeviceSignIn {
  /** @throws AppError `invalid` when GitHub does not know the app, `offline` */
  ask(input: ParsedInput<'services.askDevice'>): Promise<Output<'services.askDevice'>>;
  /** @throws AppError `refused` when no sign-in is in progress or it expired, `offline` */
  finish(): Promise<Output<'services.finishDevice'>>;
}

export function createDeviceSignIn(ctx: AppContext, fetcher: typeof fetch): DeviceSignIn {
  let open: DeviceCode | null = null;
  return {
    async ask({ clientId, address }) {
      try {
        open = await askForCode(clientId, address.replace(/\/+$/, ''), fetcher);
      } catch {
        throw new AppError(
          'invalid',
          'GitHub did not return a code. Check the client ID, the address and the network.',
        );
      }
      return { code: open.code, address: open.address, waitMs: open.waitMs };
    },
    async finish() {
      if (open === null) throw new AppError('refused', 'Ask for a code first.');
      const device = open;
      const answer = await askForToken(device, fetcher).catch(() => {
        throw new AppError('offline', 'GitHub cannot be reached now.');
      });
      if (answer.kind === 'pending') {
        open = { ...device, waitMs: answer.waitMs };
        return { login: null, note: null, waitMs: answer.waitMs };
      }
      open = null;
      if (answer.kind === 'over') throw new AppError('refused', answer.reason);
      const signedIn = await signIn(ctx, { service: 'github', token: answer.token, address: device.baseUrl }, fetcher);
      return { ...signedIn, waitMs: 0 };
    },
  };
}
