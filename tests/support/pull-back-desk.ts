// Cases that are queued and pulled back again on a desk of their own, and what the outbox then holds.
import { expect } from 'vitest';
import type { CaseId } from '../../electron/core/domain/ids.ts';
import { dynamicsCsv } from './desk.ts';
import { deskForEach } from './desk-for-each.ts';

export const TEAM = 'mhv-medications';
/** Record numbers that differ in their last digit. */
export const reference = (last: number) => `26-HRC-HD-85-0000010${last}`;

/** One for each test of a file. */
export function pullBackDesk(...options: Parameters<typeof deskForEach>) {
  const desk = deskForEach(...options);
  const entries = async (kind?: string) =>
    (await desk.call('outbox.list', {})).entries.filter((one) => kind === undefined || one.kind === kind);
  const read = (id: CaseId) => desk.call('cases.get', { id });
  const undo = () => desk.call('activity.undo', {});
  return {
    desk,
    entries,
    read,
    undo,
    sync: () => desk.call('sync.now', {}),
    /** The entry that opens the ticket. */
    create: async () => (await entries('create-issue'))[0]!,
    async bringIn(last: number, text: string): Promise<CaseId> {
      await desk.call('intake.import', { name: 'e.csv', text: dynamicsCsv([{ reference: reference(last), text }]) });
      return (await desk.call('cases.find', { reference: reference(last) })).cases[0]!.id;
    },
    /** Escalated, queued and undone: what any case must allow that is free again. */
    async goesRound(id: CaseId): Promise<void> {
      await desk.call('triage.act', { caseIds: [id], action: 'escalate', team: TEAM });
      await desk.call('tickets.queue', { caseIds: [id] });
      expect((await read(id)).status).toBe('ticketed');
      await undo();
      await undo();
      expect(await read(id)).toMatchObject({ status: 'undecided', ticket: null });
    },
  };
}
