// What members do in a round: everything a lead does, at random, on whatever is there.
import { AppError } from '../../../electron/contract/errors.ts';
import type { Chance } from '../../faults/chance.ts';
import { dynamicsCsv } from '../../support/desk.ts';
import { type Member, NoAnswer } from './member.ts';

const TEAMS = ['PRODUCT-mhv-medical-records', 'PRODUCT-mhv-secure-messaging', 'PRODUCT-mhv-medications'];
const TAGS = ['labs', 'urgent', 'mobile', 'release-42'];
const TEXTS = [
  'cannot download lab results since Monday',
  'the refill button does nothing',
  'secure messages do not load',
  'asked to sign in again and again',
  'appointments are shown twice',
];
/** The person nobody in the middle may ever hear of. */
export const PERSON = 'Rosalinda Michelsberg';

/** What members were told is done: it must be on every desk. */
export interface Promises {
  readonly references: Set<string>;
  readonly logged: Set<string>;
  readonly acts: Set<string>;
}

/** One act; true when the desk said that it is done. */
export async function actOnce(member: Member, chance: Chance, promises: Promises): Promise<boolean> {
  try {
    await oneAct(member, chance, promises);
    return true;
  } catch (error) {
    if (error instanceof NoAnswer) return false;
    // A rule of the desk says no: a case with a ticket, nothing to undo.
    if (error instanceof AppError && ['refused', 'not-found', 'conflict', 'offline', 'invalid'].includes(error.kind))
      return false;
    throw error;
  }
}

async function oneAct({ call, name }: Member, { next, between, pick }: Chance, promises: Promises): Promise<void> {
  const what = next();
  if (what < 0.15) {
    const first = between(0, 36);
    const rows = Array.from({ length: between(1, 5) }, (_, at) => {
      const reference = `26-HRC-HD-${10 + ((first + at) % 40)}-34417215`;
      return { reference, text: `${PERSON} ${TEXTS[(first + at) % TEXTS.length]}`, contact: PERSON };
    });
    await call('intake.import', { name: 'export.csv', text: dynamicsCsv(rows) });
    for (const { reference } of rows) promises.references.add(reference);
    return;
  }
  if (what < 0.22) {
    const word = `${name.toLowerCase()}${Math.floor(next() * 1e9).toString(36)}`;
    await call('cases.log', { line: `slack the page ${word} is blank` });
    promises.logged.add(word);
    return;
  }
  const { cases } = await call('cases.list', {});
  if (cases.length === 0) return;
  const one = pick(cases);
  const caseIds = [one.id];
  if (what < 0.45) {
    const action = pick(['escalate', 'escalate', 'reassign', 'respond', 'out-of-scope', 'assign'] as const);
    const withTeam = action === 'escalate' || action === 'assign';
    const { actId } = await call('triage.act', { caseIds, action, ...(withTeam && { team: pick(TEAMS) }) });
    if (actId !== null) promises.acts.add(actId);
  } else if (what < 0.6) {
    const { actId } = await call('cases.tag', { caseIds, tag: pick(TAGS) });
    if (actId !== null) promises.acts.add(actId);
  } else if (what < 0.8) {
    const ready = cases.filter(({ status }) => status === 'escalated');
    if (ready.length > 0) await call('tickets.queue', { caseIds: [pick(ready).id] });
  } else if (what < 0.85) await call('trends.move', { caseIds, title: `Problem of ${name}` });
  else if (what < 0.9) {
    const { trends } = await call('trends.list', { all: true });
    if (trends.length > 1) await call('trends.merge', { from: pick(trends).id, into: pick(trends).id });
  } else if (what < 0.95) await call('activity.undo', {});
  else await call('sync.now', {});
}
