// desk practice: runs the stand-ins in the foreground until stopped.
import { locateHome, readHomeNote } from '../../host/home.ts';
import { openKey } from '../../host/key.ts';
import { servePractice } from '../../practice/serve.ts';
import { PRACTICE_PORT } from '../../worker/open-desk.ts';
import { ROOT } from '../home.ts';
import type { DeskOptions } from '../options.ts';

export async function run(options: DeskOptions & { readonly port?: number }): Promise<void> {
  const home = locateHome(options.home, 'practice');
  if (readHomeNote(home)?.mode !== 'practice') {
    openKey(home, 'practice', { passphrase: process.env.TIER3_DESK_PASSPHRASE, keychain: null });
  }
  const server = await servePractice({
    root: ROOT,
    stateFile: home.practiceState,
    noteFile: home.practice,
    port: options.port ?? PRACTICE_PORT,
  });
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
