// npm start -- --practice --team: two desks of one team side by side on this machine, with their own PostgreSQL and
// shared stand-ins. All of it is new at every start, and gone at the end.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { locateHome } from '../host/home.ts';
import { makePrivateFolder } from '../host/private-folder.ts';
import { type PracticePostgres, startPostgres } from '../practice/postgres.ts';
import { startPractice } from '../practice/start.ts';
import { serveDesk, type WebHost } from '../web/serve.ts';
import { findChromium, openAppWindow } from './chromium.ts';
import { printPage } from './print-pdf.ts';

const MEMBERS = ['Anna Moore', 'Ben Okafor'] as const;
const WINDOW = { width: 960, height: 1000 } as const;

interface TeamFlags {
  readonly home?: string | undefined;
  readonly port?: string | undefined;
  readonly practice: boolean;
  readonly 'no-open': boolean;
}

/** @throws Error for flags that cannot be combined with `--team` */
export function checkTeam({ practice, home, port }: TeamFlags): void {
  if (!practice) throw new Error('--team shows two practice desks, so it requires --practice.');
  if (home !== undefined || port !== undefined)
    throw new Error('--team creates its own two homes, so it cannot be combined with --home or --port.');
}

/** Runs until stopped. */
export async function openTeamInBrowser(flags: TeamFlags, root: string): Promise<void> {
  const stopped = new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
  // PostgreSQL runs as its own user if this runs as root: its folder is next to the homes, not in them.
  const makeFolder = (name: string) => mkdtempSync(join(tmpdir(), `tier3-team-${name}-`));
  const folder = makeFolder('desks');
  const cluster = makeFolder('database');
  const postgres = await startPostgres(cluster);
  const hosts: WebHost[] = [];
  try {
    const homes = makeTeam(root, folder, postgres);
    for (const [at, home] of homes.entries()) {
      const host = await serveDesk({
        root,
        folder: home,
        open: 'practice',
        port: 0,
        passphrase: undefined,
        tokens: { github: null, zenhub: null },
        startPractice: at === 0 ? startPractice : async () => sharePractice(homes[0] ?? home, home),
        print: printPage,
      });
      hosts.push(host);
      await show(host, { name: MEMBERS[at] ?? '', home, left: at * WINDOW.width, isOpened: !flags['no-open'] });
    }
    console.log('Each sees what the other does. Ctrl+C closes both, and nothing is kept.');
    await stopped;
  } finally {
    for (const host of hosts.reverse()) await host.close();
    await postgres.stop();
    for (const one of [folder, cluster]) rmSync(one, { recursive: true });
  }
}

/** As two people would: one creates the team in a terminal, the other joins with the invitation. */
function makeTeam(root: string, folder: string, postgres: PracticePostgres): string[] {
  const desk = (home: string, ...args: string[]) =>
    execFileSync(
      process.execPath,
      [join(root, 'electron', 'cli', 'desk.ts'), 'team', ...args, '--practice', '--home', home, '--json'],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
    );
  const [first = '', second = ''] = MEMBERS.map((name) => join(folder, name.split(' ')[0]?.toLowerCase() ?? name));
  for (const home of [first, second]) mkdirSync(home, { mode: 0o700 });
  const made = desk(first, 'create', '--database-url', postgres.url, '--name', MEMBERS[0]);
  const { invitation } = z.object({ invitation: z.string() }).parse(JSON.parse(made));
  desk(second, 'join', invitation, '--name', MEMBERS[1]);
  return [first, second];
}

/** The second desk uses the services of the first one. */
async function sharePractice(from: string, to: string): Promise<() => Promise<void>> {
  copyFileSync(locateHome(from, 'practice').practice, locateHome(to, 'practice').practice);
  return async () => {};
}

async function show(
  host: WebHost,
  { name, home, left, isOpened }: { name: string; home: string; left: number; isOpened: boolean },
): Promise<void> {
  const browser = isOpened ? findChromium() : null;
  const folder = join(home, 'window');
  if (browser !== null) makePrivateFolder(folder);
  const place = { left, top: 0, ...WINDOW };
  const opened = browser !== null && (await openAppWindow(browser, host.address, folder, place));
  console.log(opened ? `${name}'s desk is open in a window of its own.` : `Open ${name}'s desk at ${host.address}`);
}
