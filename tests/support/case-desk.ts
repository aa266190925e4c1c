// One case of HRC Dynamics on a desk of practice, its clocks, and the team that answers on its ticket.
import { beforeEach } from 'vitest';
import type { CaseDetail } from '../../electron/contract/schemas.ts';
import { dynamicsCsv, type TestDesk } from './desk.ts';
import { deskForEach } from './desk-for-each.ts';

export const RECORD = '26-HRC-HD-18-36879449';
/** Minutes. */
export const HOUR = 60;
export const HOUR_MS = 3_600_000;

export interface CaseDesk {
  /** That of the test which runs. */
  readonly desk: TestDesk;
  readonly id: () => Promise<CaseDetail['id']>;
  readonly read: () => Promise<CaseDetail>;
  readonly later: (hours: number) => void;
  readonly openTicket: () => Promise<void>;
  /** Says it on the ticket and brings it in. */
  readonly teamSays: (login: string, body: string) => Promise<void>;
}

/** One for each test of a file. */
export function caseDeskForEach(): CaseDesk {
  const desk = deskForEach();
  beforeEach(async () => {
    const text = dynamicsCsv([
      { reference: RECORD, text: 'The list of prescriptions stays blank', at: '10/28/2026 10:00 AM' },
    ]);
    await desk.call('intake.import', { name: 'a.csv', text });
  });
  const id = async () => (await desk.call('cases.list', {})).cases[0]!.id;
  return {
    desk,
    id,
    read: async () => desk.call('cases.get', { id: await id() }),
    later: (hours) => {
      desk.now += hours * HOUR_MS;
    },
    async openTicket() {
      await desk.call('triage.act', { caseIds: [await id()], action: 'escalate', team: 'mhv-medications' });
      await desk.call('tickets.queue', { caseIds: [await id()] });
      await desk.call('sync.now', {});
    },
    async teamSays(login, body) {
      // The desk's clock stands still while the service's goes on: what is said must not read as said before the ticket.
      desk.now += 60_000;
      const [issue] = desk.practice.world.issues();
      desk.practice.world.comment(issue!, login, body);
      await desk.call('sync.now', {});
    },
  };
}

export const clock = (one: CaseDetail, policy: string) =>
  one.countdowns.find((countdown) => countdown.policy === policy);
export const summaries = (one: CaseDetail) => one.activity.map((act) => act.summary);
