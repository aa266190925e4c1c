// A whole desk for a test: its own folder, the real stand-ins on a free port, the real backend in this process.
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { z } from 'zod';
import * as schema from '../../drizzle/schema.ts';
import type { DeskEvent } from '../../electron/contract/calls.ts';
import { type Call, createClient } from '../../electron/contract/client.ts';
import { team } from '../../electron/contract/schemas.ts';
import type { CaseId } from '../../electron/core/domain/ids.ts';
import { type PracticeServer, servePractice } from '../../electron/practice/serve.ts';
import { connect } from '../../electron/store/file/connect.ts';
import { migrate } from '../../electron/store/opening/migrate.ts';
import { openStore } from '../../electron/store/opening/open.ts';
import { purgeSnapshots } from '../../electron/store/retention/purge-snapshots.ts';
import { takeSnapshot } from '../../electron/store/snapshots/snapshots.ts';
import { createBackend } from '../../electron/worker/backend.ts';
import { bothWorlds } from '../../electron/worker/both-worlds.ts';
import { ROOT } from './bundle.ts';

export { ROOT };

const MIGRATIONS = join(ROOT, 'drizzle', 'migrations');
export const KEY = '5a'.repeat(32);
/** A Wednesday morning in New York, 10:00. */
export const WEDNESDAY = Date.parse('2026-10-28T14:00:00Z');

export const DEFAULT_DIRECTORY = z
  .array(team)
  .parse(JSON.parse(readFileSync(join(ROOT, 'resources', 'directory.json'), 'utf8')));
/** As a practice desk starts with it. */
export const DIRECTORY = bothWorlds(DEFAULT_DIRECTORY);

export function sample(name: string): string {
  return readFileSync(join(ROOT, 'resources', 'samples', name), 'utf8');
}

export interface TestDesk {
  readonly call: Call;
  readonly folder: string;
  readonly events: DeskEvent[];
  readonly practice: PracticeServer;
  now: number;
  /** Closes the backend and opens it again on the same folder, as after a restart; `meanwhile` happens in between. */
  reopen(meanwhile?: () => void): Promise<void>;
  /** Starts what a desk does by itself: sending, alerts, work left by an older version. */
  start(): void;
  fault(fault: object): Promise<void>;
  /** Happens right before the next page of a list is asked for. */
  onNextPage(happens: () => void): void;
  /** Nothing goes wrong any more. */
  clearFaults(): Promise<void>;
  close(): Promise<void>;
}

/** A CSV row of HRC Dynamics, as its export writes it. */
export function dynamicsCsv(
  rows: readonly { reference: string; text: string; contact?: string; at?: string }[],
): string {
  const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`;
  const lines = rows.map(({ reference, text, contact = '', at = '10/28/2026 9:00 AM' }) =>
    [reference, at, 'New', 'MHV Tier 3', 'General', '', contact, text].map(quoted).join(','),
  );
  return ['Record #,Entered Queue,Status Reason,Owner,Area,Sub Area,Contact,Description', ...lines].join('\n');
}

/** A store without content, by the migrations there are; made once a process and copied, as most of what a desk costs is this. */
let emptyStore: string | null = null;

function copyEmptyStore(to: string): void {
  if (emptyStore === null) {
    const folder = mkdtempSync(join(tmpdir(), 'tier3-empty-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    emptyStore = join(folder, 'desk.db');
    const sqlite = connect(emptyStore, KEY);
    migrate({ sqlite, db: drizzle(sqlite, { schema }), file: emptyStore, key: KEY, migrations: MIGRATIONS });
    sqlite.close();
  }
  copyFileSync(emptyStore, to);
}

export async function openTestDesk(
  options: {
    readonly fetch?: typeof fetch;
    readonly signedOut?: boolean;
    /** Signed in to the second GitHub of practice too, as a practice desk is. */
    readonly withMoved?: boolean;
    /** Works at the stand-ins of another desk. */
    readonly beside?: TestDesk;
  } = {},
): Promise<TestDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'tier3-desk-'));
  const practice =
    options.beside?.practice ??
    (await servePractice({
      root: ROOT,
      stateFile: join(folder, 'practice-state.json'),
      noteFile: join(folder, 'practice.json'),
      port: 0,
    }));
  const events: DeskEvent[] = [];
  let onNextPage: (() => void) | null = null;
  const asking: typeof fetch = (input, init) => {
    if (/[?&]page=\d/.test(String(input))) {
      onNextPage?.();
      onNextPage = null;
    }
    return (options.fetch ?? fetch)(input, init);
  };
  const open = () =>
    createBackend({
      store: openStore({ file: join(folder, 'desk.db'), key: KEY, migrations: MIGRATIONS }),
      directory: DIRECTORY,
      practice: options.signedOut !== true,
      samples: () => [sample('dynamics.csv'), sample('iris.csv')],
      connections: () =>
        options.signedOut === true
          ? { github: null, zenhub: null }
          : {
              github: { baseUrl: practice.github, token: 'practice', standIn: true },
              otherGitHubs:
                options.withMoved === true ? [{ baseUrl: practice.movedGitHub, token: 'practice', standIn: true }] : [],
              zenhub: { url: practice.zenhub, token: 'practice' },
            },
      fetch: asking,
      now: () => desk.now,
      advance: (ms) => {
        desk.now += ms;
      },
      syncLock: join(folder, 'sync.lock'),
      teamSql: join(ROOT, 'electron', 'team', 'sql'),
      snapshots: {
        file: join(folder, 'desk.db'),
        key: KEY,
        purge: async (ids) => purgeSnapshots(join(folder, 'desk.db'), KEY, ids),
        take: async (reason) => takeSnapshot({ file: join(folder, 'desk.db'), key: KEY, reason, now: desk.now }),
      },
      log: (line) => {
        throw new Error(`the desk logged a bug: ${line}`);
      },
      announce: (event) => events.push(event),
    });
  let backend = null as unknown as ReturnType<typeof createBackend>;
  const desk: TestDesk = {
    call: (name, input) => createClient(backend.dispatch)(name, input),
    folder,
    events,
    practice,
    now: WEDNESDAY,
    async reopen(meanwhile) {
      await backend.close();
      meanwhile?.();
      backend = open();
    },
    start: () => backend.start(),
    async fault(fault) {
      const response = await fetch(`${practice.github.replace('/github', '')}/practice/faults`, {
        method: 'POST',
        body: JSON.stringify(fault),
      });
      if (!response.ok) throw new Error(await response.text());
    },
    onNextPage(happens) {
      onNextPage = happens;
    },
    async clearFaults() {
      await fetch(`${practice.github.replace('/github', '')}/practice/faults/clear`, { method: 'POST' });
    },
    async close() {
      await backend.close();
      if (options.beside === undefined) await practice.close();
      rmSync(folder, { recursive: true });
    },
  };
  copyEmptyStore(join(folder, 'desk.db'));
  backend = open();
  return desk;
}

/** Types into the draft of a case, as a window does that shows it as it stands. */
export async function typeDraft(desk: TestDesk, caseId: CaseId, words: { title: string; body: string }) {
  const { title, body } = await desk.call('tickets.draft', { id: caseId });
  return desk.call('tickets.edit', { caseId, ...words, was: { title, body } });
}

/** Brings one case in and escalates it; its id. */
export async function escalatedCase(
  desk: TestDesk,
  reference: string,
  text: string,
  contact = '',
  label = 'PRODUCT-mhv-medical-records',
) {
  await desk.call('intake.import', { name: 'export.csv', text: dynamicsCsv([{ reference, text, contact }]) });
  const { cases } = await desk.call('cases.list', {});
  const id = cases.find((row) => row.reference === reference)?.id;
  if (id === undefined) throw new Error(`${reference} did not come in`);
  await desk.call('triage.act', { caseIds: [id], action: 'escalate', team: label });
  return id;
}
