// Inform HRC: what agents are told about a trend, copied by the lead or sent through the outbox as a note to the
// channel.

import { z } from 'zod';
import type { Output, ParsedInput } from '../../contract/calls.ts';
import { AppError } from '../../contract/errors.ts';
import { informHrc } from '../../core/compose/inform-hrc.ts';
import type { TicketId } from '../../core/domain/ids.ts';
import { INFORM_NAMES, INFORM_STATES } from '../../core/domain/inform-state.ts';
import type { ScrubbedText } from '../../core/domain/pii.ts';
import { EASTERN } from '../../core/domain/time.ts';
import { addActivity, newActId } from '../../store/activity/activity.ts';
import { listRules } from '../../store/cases/desk-rules.ts';
import { casesOfProblemSince, findProblem } from '../../store/cases/problems.ts';
import type { Db } from '../../store/db.ts';
import { appendEntry } from '../../store/outbox/outbox.ts';
import { readSetting, writeSetting } from '../../store/settings.ts';
import { addTicket } from '../../store/tickets/tickets.ts';
import { type AppContext, LEAD } from '../app-context.ts';
import { requireScrubbed } from '../egress.ts';
import { openTicketOf } from '../problems/problem-tickets.ts';
import { problemTitles } from '../problems/read-trends.ts';
import { noteKinds } from '../services/services.ts';
import { requireProblem } from './problems.ts';

const informed = z.object({ state: z.enum(INFORM_STATES), at: z.number() }).nullable();
const keyOf = (problem: string) => `inform ${problem}`;

const DAY = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short', timeZone: EASTERN });

/** Sets the state of a trend; null clears it. @throws AppError `not-found` */
export function setInformState(
  { store, now }: AppContext,
  { id, state }: ParsedInput<'trends.setState'>,
): Output<'trends.setState'> {
  const actId = newActId();
  store.transaction((db) => {
    const title = requireProblem(db, id, now());
    const before = readSetting(db, keyOf(id), informed, null);
    writeSetting(db, keyOf(id), state === null ? null : { state, at: now() });
    const summary =
      state === null ? `No more to tell of "${title}"` : `"${title}" is ${INFORM_NAMES[state].toLowerCase()}`;
    const undo = { kind: 'setting', key: keyOf(id), before } as const;
    addActivity(db, { at: now(), actor: LEAD, caseId: null, verb: 'inform-state', summary, undo, actId });
  });
  return { actId };
}

/** The note as it would be sent; null until the state is set. @throws AppError `refused` when it contains PII */
export function readInform({ store }: AppContext, { id }: ParsedInput<'trends.inform'>): Output<'trends.inform'> {
  const { db } = store;
  const said = readSetting(db, keyOf(id), informed, null);
  const channels = noteKinds(db);
  if (said === null) return { state: null, text: null, channels, since: null, casesSince: 0 };
  const casesSince = said.state === 'resolved' ? casesOfProblemSince(db, id, said.at) : 0;
  return { ...said, since: said.at, text: noteOf(db, id), channels, casesSince };
}

function noteOf(db: Db, id: string): ScrubbedText {
  const said = readSetting(db, keyOf(id), informed, null);
  if (said === null) throw new AppError('refused', 'Choose a status first: active and known, or resolved.');
  const words = informHrc(said.state, {
    title: problemTitles(db).get(id) ?? id,
    known: findProblem(db, id)?.known ?? null,
    ticket: openTicketOf(db, id)?.number ?? null,
    since: `${DAY.format(said.at)} ET`,
  });
  return requireScrubbed(words, { rules: listRules(db) }, 'the note to HRC');
}

/**
 * Queues the note to one channel.
 * @throws AppError `refused` when the channel is not set up, the state is not set, or the note contains PII
 */
export function tellHrc(ctx: AppContext, { id, channel }: ParsedInput<'trends.tell'>): Output<'trends.tell'> {
  const { store, now } = ctx;
  const actId = newActId();
  store.transaction((db) => {
    if (!noteKinds(db).includes(channel))
      throw new AppError('refused', 'Set up the webhook of this channel first, in Settings under Services.');
    const text = noteOf(db, id);
    const title = requireProblem(db, id, now());
    const ticketId = carrierOf(db, id, title, now());
    const entryId = appendEntry(db, { ticketId, kind: channel, payload: { text }, createdAt: now() });
    const summary = `Told HRC of "${title}"`;
    const undo = { kind: 'comment', entryId } as const;
    addActivity(db, { at: now(), actor: LEAD, caseId: null, verb: 'inform', summary, undo, actId });
  });
  return { actId };
}

/** Every outbox entry belongs to a ticket: the problem's, or else one that only carries the note. */
function carrierOf(db: Db, id: string, title: string, createdAt: number): TicketId {
  return (
    openTicketOf(db, id)?.id ?? addTicket(db, { team: '', repository: '', title: `Inform HRC: ${title}`, createdAt })
  );
}
