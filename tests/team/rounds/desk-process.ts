// A desk of a team in a process of its own, to be killed at any instant: makes the calls it is sent, and sends the replies back.
import { locateHome } from '../../../electron/host/home.ts';
import { openKey } from '../../../electron/host/key.ts';
import { openDesk } from '../../../electron/worker/open-desk.ts';
import { ROOT } from '../../support/desk.ts';

const [folder = '', skew = '0'] = process.argv.slice(2);
const home = locateHome(folder, 'practice');
const key = openKey(home, 'practice', { passphrase: undefined, keychain: null });
const tokens = { github: null, zenhub: null };
const ctx = openDesk({ folder, mode: 'practice', key, root: ROOT, tokens, clockOffsetMs: Number(skew) }, () => {});
ctx.start();

process.on('message', ({ id, name, input }: { id: number; name: string; input: unknown }) => {
  ctx.dispatch(name, input).then((reply) => process.send?.({ id, reply }));
});
process.once('disconnect', () => {
  ctx.close().then(() => process.exit(0));
});
process.send?.({ id: 0 });
