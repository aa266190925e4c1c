// The handlers of cases handed over to or from a colleague's desk.
import { makeBundle } from '../../actions/bundle/make-bundle.ts';
import { lookIntoBundle, takeBundle } from '../../actions/bundle/take-bundle.ts';
import type { BUNDLE_CALLS } from '../../contract/bundle-calls.ts';
import type { Handlers } from '../../contract/calls.ts';
import type { Desk } from './desk.ts';

export function bundleHandlers({ ctx }: Desk): Handlers<keyof typeof BUNDLE_CALLS> {
  return {
    'bundle.make': (input) => makeBundle(ctx, input),
    'bundle.look': (input) => lookIntoBundle(ctx, input),
    'bundle.take': (input) => takeBundle(ctx, input),
  };
}
