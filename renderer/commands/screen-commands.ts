// What is done with the row in hand on screens that list something else than cases. Each screen says what its rows can.
import { screenList } from '../state/screen-list.ts';
import type { Command } from './command.ts';

type Named = Pick<Command, 'id' | 'title' | 'keys' | 'screens'>;

const NAMED: readonly Named[] = [
  { id: 'ask-team', title: 'Send the follow-up that waits', keys: ['f'], screens: ['day'] },
  { id: 'send-all', title: 'Send all follow-ups that wait, after a look', keys: ['Shift+F'], screens: ['day'] },
];

export const SCREEN_COMMANDS: readonly Command[] = NAMED.map((command) => ({
  ...command,
  group: 'Screen',
  when: () => screenList()?.acts[command.id] !== undefined,
  run: () => screenList()?.acts[command.id]?.(),
}));
