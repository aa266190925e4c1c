// The handlers of "our GitHub moved".

import { ownHost } from '../../actions/services/services.ts';
import { moveGitHub, tryMove } from '../../actions/tickets/move-github.ts';
import { listPlaces } from '../../actions/tickets/prove-move.ts';
import type { Handlers } from '../../contract/calls.ts';
import type { MOVE_CALLS } from '../../contract/move-calls.ts';
import type { SyncDesk } from './sync.ts';

export function moveHandlers({
  ctx,
  sync,
  line,
  started,
}: Omit<SyncDesk, 'practice'>): Handlers<keyof typeof MOVE_CALLS> {
  const own = () => ownHost(ctx.store.db, started());
  return {
    'github.places': () => listPlaces(ctx),
    'github.tryMove': (input) => tryMove(ctx, line, input, own()),
    'github.move': async (input) => {
      const moved = await moveGitHub(ctx, line, input, own());
      sync.wake();
      return moved;
    },
  };
}
