// Opens the desk of a home: store, directory, connections, backend. The worker's thread and the command line both use
// it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { CaseReaders } from '../actions/read-incoming.ts';
import type { DeskEvent } from '../contract/calls.ts';
import { type Team, team } from '../contract/schemas.ts';
import { accountName } from '../host/account.ts';
import { copyHomeNote, type Home, locateHome, type Mode } from '../host/home.ts';
import { createLog } from '../host/log.ts';
import type { Tokens } from '../host/tokens.ts';
import { addActivity, newActId } from '../store/activity/activity.ts';
import { openStore, type Store } from '../store/opening/open.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import { snapshotFolder } from '../store/snapshots/snapshots.ts';
import type { Connections } from '../sync/connections.ts';
import { type Backend, createBackend } from './backend.ts';
import { makeHere, type SnapshotMaker } from './backups.ts';
import { bothWorlds } from './both-worlds.ts';
import { tellPracticeClock } from './practice-clock.ts';
import type { Unlocking } from './unlock.ts';

/** Everything needed to open a desk; plain data, so that it can be passed to a thread. */
export interface DeskOrder {
  readonly folder: string;
  readonly mode: Mode;
  readonly key: string;
  /** How it was unlocked, if that should be recorded as activity. */
  readonly unlocked?: Unlocking | null;
  /** The root of the project or the packaged app, where migrations and resources are. */
  readonly root: string;
  readonly tokens: Tokens;
  /** Advances the clock by this many ms; for tests. */
  readonly clockOffsetMs?: number;
}

const practiceNote = z.object({ github: z.string(), movedGitHub: z.string(), zenhub: z.string(), token: z.string() });
/** Setting: by how many ms practice has advanced its clock. */
const PRACTICE_CLOCK = 'practice-clock';
export const PRACTICE_PORT = 47_803;

/** What runs in threads of its own, if available. */
export interface DeskThreads {
  /** Where snapshots are made and purged. */
  readonly snapshotMaker?: SnapshotMaker;
  readonly startReaders?: () => CaseReaders;
}

export function openDesk(
  order: DeskOrder,
  announce: (event: DeskEvent) => void,
  { snapshotMaker = makeHere, startReaders }: DeskThreads = {},
): Backend {
  const home = locateHome(order.folder, order.mode);
  let offset = order.clockOffsetMs ?? 0;
  const now = () => Date.now() + offset;
  const store = openStore({
    file: home.store,
    key: order.key,
    migrations: join(order.root, 'drizzle', 'migrations'),
    account: accountName(),
    used: [home.syncLock, home.log].some((file) => existsSync(file)),
  });
  // Practice continues from where its clock was moved to.
  let moved = order.mode === 'practice' ? readSetting(store.db, PRACTICE_CLOCK, z.number(), 0) : 0;
  offset += moved;
  const tellMoved = () => void tellPracticeClock(practiceConnections(home).github.baseUrl, moved);
  if (moved !== 0) tellMoved();
  if (order.unlocked != null) tellUnlocked(store, order.unlocked, now());
  return createBackend({
    store,
    directory: order.mode === 'practice' ? bothWorlds(readDirectory(order.root)) : readDirectory(order.root),
    practice: order.mode === 'practice',
    samples: () => readSamples(join(order.root, 'resources', 'samples')),
    connections: () => (order.mode === 'practice' ? practiceConnections(home) : realConnections(order.tokens)),
    fetch,
    now,
    advance:
      order.mode === 'practice'
        ? (ms) => {
            offset += ms;
            moved += ms;
            store.transaction((db) => writeSetting(db, PRACTICE_CLOCK, moved));
            tellMoved();
          }
        : null,
    syncLock: home.syncLock,
    teamSql: join(order.root, 'electron', 'team', 'sql'),
    snapshots: {
      file: home.store,
      key: order.key,
      async take(reason) {
        await snapshotMaker.take({ file: home.store, key: order.key, reason, now: now() });
        copyHomeNote(home, snapshotFolder(home.store));
      },
      purge: (ids) => snapshotMaker.purge({ file: home.store, key: order.key, purge: ids }),
    },
    startReaders,
    log: createLog(home.log, now),
    announce,
  });
}

function tellUnlocked(store: Store, { by, failed }: Unlocking, at: number): void {
  const after = failed === 0 ? '' : ` after ${failed} failed ${failed === 1 ? 'try' : 'tries'}`;
  store.transaction((db) =>
    addActivity(db, {
      at,
      actor: 'You',
      caseId: null,
      verb: 'unlock',
      summary: `Unlocked the desk with the ${by}${after}`,
      undo: null,
      actId: newActId(),
    }),
  );
}

function readDirectory(root: string): Team[] {
  return z.array(team).parse(JSON.parse(readFileSync(join(root, 'resources', 'directory.json'), 'utf8')));
}

function readSamples(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.csv'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

/** The stand-ins wrote down where they listen; otherwise the default address is used. */
function practiceConnections(home: Home) {
  try {
    const note = practiceNote.parse(JSON.parse(readFileSync(home.practice, 'utf8')));
    const { github, movedGitHub, zenhub, token } = note;
    const standIn = (baseUrl: string) => ({ baseUrl, token, standIn: true });
    return { github: standIn(github), otherGitHubs: [standIn(movedGitHub)], zenhub: { url: zenhub, token } };
  } catch {
    const token = 'practice';
    const base = `http://127.0.0.1:${PRACTICE_PORT}`;
    return {
      github: { baseUrl: `${base}/github`, token, standIn: true },
      zenhub: { url: `${base}/zenhub/graphql`, token },
    };
  }
}

function realConnections({ github, zenhub, githubApi = 'https://api.github.com' }: Tokens): Connections {
  return {
    github: github === null ? null : { baseUrl: githubApi, token: github },
    zenhub: zenhub === null ? null : { url: 'https://api.zenhub.com/public/graphql', token: zenhub },
  };
}
