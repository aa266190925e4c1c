// One member of the team: a home, a process that works on it, and the wire to the database.
import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Call, createClient } from '../../../electron/contract/client.ts';
import type { Reply } from '../../../electron/contract/errors.ts';
import { locateHome } from '../../../electron/host/home.ts';
import { openKey } from '../../../electron/host/key.ts';
import { connect } from '../../../electron/store/file/connect.ts';
import { ROOT } from '../../support/desk.ts';
import { type Line, openLine } from './line.ts';

export interface Member {
  readonly name: string;
  readonly line: Line;
  readonly call: Call;
  /** Ends the process as a power cut does, in the middle of whatever it does. */
  kill(): Promise<void>;
  /** Starts it again where it does not run. */
  wake(): Promise<void>;
  /** Rows of its store. */
  rows(sql: string): unknown[];
  /** What it logged. */
  log(): string;
  close(): Promise<void>;
}

/** A call whose process was killed gets no answer: what it did may be done or not. */
export class NoAnswer extends Error {}

export async function openMember(
  deskProcess: string,
  name: string,
  { database, practiceNote, skewMs }: { database: number; practiceNote: string; skewMs: number },
): Promise<Member> {
  const folder = mkdtempSync(join(tmpdir(), 'tier3-team-desk-'));
  const home = locateHome(folder, 'practice');
  const key = openKey(home, 'practice', { passphrase: undefined, keychain: null });
  copyFileSync(practiceNote, home.practice);
  const line = await openLine(database);
  const waiting = new Map<number, { resolve(reply: Reply<unknown>): void; reject(error: Error): void }>();
  let child: ChildProcess | null = null;
  let nextId = 0;
  let printed = '';

  async function wake(): Promise<void> {
    if (child !== null) return;
    const args = [deskProcess, folder, String(skewMs)];
    const started = spawn(process.execPath, args, {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      detached: true,
    });
    child = started;
    started.stderr?.on('data', (chunk) => {
      printed += chunk;
    });
    await new Promise<void>((resolve, reject) => {
      started.once('exit', (code, signal) => {
        if (child === started) child = null;
        for (const { reject: refuse } of waiting.values()) refuse(new NoAnswer());
        waiting.clear();
        // Killed while it was waking: it answers nothing, as one killed later, and is woken again.
        if (signal === 'SIGKILL') resolve();
        else reject(new Error(`${name} ended with ${code}: ${printed}`));
      });
      started.on('message', ({ id, reply }: { id: number; reply?: Reply<unknown> }) => {
        if (id === 0) resolve();
        else if (reply !== undefined) waiting.get(id)?.resolve(reply);
        waiting.delete(id);
      });
    });
  }

  function end(signal: 'SIGKILL' | null): Promise<void> {
    const ending = child;
    if (ending === null) return Promise.resolve();
    const ended = new Promise<void>((resolve) => ending.once('exit', () => resolve()));
    if (signal === null) ending.disconnect();
    else ending.kill(signal);
    return ended;
  }

  await wake();
  return {
    name,
    line,
    call: createClient((called, input) => {
      nextId += 1;
      const id = nextId;
      return new Promise((resolve, reject) => {
        if (child === null || !child.connected) {
          reject(new NoAnswer());
          return;
        }
        waiting.set(id, { resolve, reject });
        child.send({ id, name: called, input }, (error) => error && reject(new NoAnswer()));
      });
    }),
    wake,
    kill: () => end('SIGKILL'),
    rows(sql) {
      const store = connect(home.store, key);
      try {
        return store.prepare(sql).all();
      } finally {
        store.close();
      }
    },
    log: () => `${printed}${existsSync(home.log) ? readFileSync(home.log, 'utf8') : ''}`,
    async close() {
      await end(null);
      line.close();
      rmSync(folder, { recursive: true });
    },
  };
}
