// Two desks on a real PostgreSQL, and what both of them show.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PracticePostgres, startPostgres } from '../../electron/practice/postgres.ts';
import { openTestDesk, type TestDesk } from './desk.ts';

export interface TwoDesks {
  readonly postgres: PracticePostgres;
  readonly anna: TestDesk;
  /** At the same stand-ins as the first. */
  readonly ben: TestDesk;
  /** Makes a team of both. */
  join(): Promise<void>;
  /** Each has heard what the other did. */
  inStep(): Promise<void>;
  close(): Promise<void>;
}

export async function openTwoDesks(): Promise<TwoDesks> {
  const folder = mkdtempSync(join(tmpdir(), 'tier3-team-'));
  const postgres = await startPostgres(folder);
  const anna = await openTestDesk();
  const ben = await openTestDesk({ beside: anna });
  return {
    postgres,
    anna,
    ben,
    async join() {
      const { invitation } = await anna.call('team.create', { databaseUrl: postgres.url, name: 'Anna' });
      await ben.call('team.join', { invitation, name: 'Ben' });
    },
    async inStep() {
      for (const desk of [anna, ben, anna]) await desk.call('team.sync', {});
    },
    async close() {
      await ben.close();
      await anna.close();
      await postgres.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** A case as a desk shows it. */
export async function caseAt(desk: TestDesk, reference: string) {
  const { cases } = await desk.call('cases.find', { reference });
  const id = cases[0]?.id;
  if (id === undefined) throw new Error(`${reference} is not there`);
  return desk.call('cases.get', { id });
}
