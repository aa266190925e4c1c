// Brings the stand-ins up for an open practice desk, in the host's own process.
import { locateHome } from '../host/home.ts';
import { servePractice } from './serve.ts';
import { startTeams } from './teams-at-work.ts';

/** Starts them on any free port; resolves to how to stop them. */
export async function startPractice({
  folder,
  root,
}: {
  readonly folder: string;
  readonly root: string;
}): Promise<() => Promise<void>> {
  const home = locateHome(folder, 'practice');
  const server = await servePractice({ root, stateFile: home.practiceState, noteFile: home.practice, port: 0 });
  const stopTeams = startTeams(server.world);
  return () => {
    stopTeams();
    return server.close();
  };
}
