// Runs the stand-ins in the foreground until stopped.
import { locateHome, readHomeNote } from '../host/home.ts';
import { openKey } from '../host/key.ts';
import { servePractice } from '../practice/serve.ts';
import { PRACTICE_PORT } from '../worker/open-desk.ts';
import { ROOT } from './open.ts';
import { type CommandLine, UsageError } from './usage.ts';

export async function runPractice({ options }: CommandLine): Promise<void> {
  const port = options.port === undefined ? PRACTICE_PORT : Number(options.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new UsageError('--port is a number from 0 to 65535.');
  const home = locateHome(options.home, 'practice');
  if (readHomeNote(home)?.mode !== 'practice') {
    openKey(home, 'practice', { passphrase: process.env.TIER3_DESK_PASSPHRASE, keychain: null });
  }
  const server = await servePractice({ root: ROOT, stateFile: home.practiceState, noteFile: home.practice, port });
  const { github, zenhub } = server;
  console.log(
    options.json
      ? JSON.stringify({ github, zenhub, home: home.folder })
      : `GitHub stand-in  ${github}\nZenHub stand-in  ${zenhub}\nCtrl+C stops them.`,
  );
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await server.close();
}
