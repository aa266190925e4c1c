// The columns of the list of tickets: what each shows, and how it sorts.

import type { ReactNode } from 'react';
import type { OpenTicket } from '../../../electron/contract/desk-tickets-calls.ts';
import type { Team } from '../../../electron/contract/schemas.ts';
import { caseName } from '../../../electron/core/domain/case-name.ts';
import { DAY_MS } from '../../../electron/core/domain/time.ts';
import { TeamChip } from '../../components/team-chip.tsx';
import { TimeLeft } from '../../components/time-left.tsx';
import { exactTime, plainWords, shortTime, shortTitle } from '../../components/words.ts';

interface Shown {
  readonly teams: readonly Team[];
  /** The desk's own time, UTC ms. */
  readonly now: number;
}

export interface Column {
  readonly id: string;
  readonly head: string;
  readonly show: (ticket: OpenTicket, shown: Shown) => ReactNode;
  /** Smaller comes first. */
  readonly order: (ticket: OpenTicket) => number | string;
}

const LAST = Number.MAX_SAFE_INTEGER;

export const COLUMNS: readonly Column[] = [
  {
    id: 'next',
    head: 'Next step',
    show: ({ countdown, step }) => (
      <span className="next-step">
        <TimeLeft countdown={countdown} />
        <span className="meta-inline">
          {step === 'escalate-pm' ? 'ask the PM' : step === 'request-status' ? 'ask' : forNow(countdown)}
        </span>
      </span>
    ),
    order: ({ countdown }) => (countdown === null || countdown.metAt !== null ? LAST : countdown.dueAt),
  },
  {
    id: 'ticket',
    head: 'Ticket',
    show: ({ title, number }) => (
      <span className="words" title={title}>
        <b>{number === null ? 'in the outbox' : `#${number}`}</b> {shortTitle(title)}
      </span>
    ),
    order: ({ number }) => number ?? LAST,
  },
  {
    id: 'team',
    head: 'Team',
    show: ({ team }, { teams }) => <TeamChip label={team} teams={teams} />,
    order: ({ team }) => team,
  },
  { id: 'state', head: 'State', show: ({ pipeline }) => pipeline ?? 'open', order: ({ pipeline }) => pipeline ?? '' },
  {
    id: 'eta',
    head: 'ETA',
    show: ({ etaAt }, { now }) =>
      etaAt === null ? (
        <span className="none">none</span>
      ) : (
        <span className={etaAt < now ? 'time missed' : undefined} title={exactTime(etaAt)}>
          {etaAt < now ? `was ${shortTime(etaAt)}` : shortTime(etaAt)}
        </span>
      ),
    order: ({ etaAt }) => etaAt ?? LAST,
  },
  {
    id: 'word',
    head: 'Last word',
    show: ({ lastWord }) =>
      lastWord === null ? (
        <span className="none">nobody yet</span>
      ) : (
        <span className="words" title={`${lastWord.author}, ${exactTime(lastWord.saidAt)}: ${lastWord.words}`}>
          {lastWord.isUnread ? <b>{lastWord.author}</b> : lastWord.author}: {plainWords(lastWord.words)}
        </span>
      ),
    order: ({ lastWord }) => -(lastWord?.saidAt ?? 0),
  },
  {
    id: 'cases',
    head: 'Cases',
    show: ({ cases }) => (
      <span title={cases.map(({ reference }) => caseName(reference)).join(', ')}>{cases.length}</span>
    ),
    order: ({ cases }) => -cases.length,
  },
  {
    id: 'age',
    head: 'Age',
    show: ({ openedAt }, { now }) => (
      <span title={exactTime(openedAt)}>{Math.max(0, Math.floor((now - openedAt) / DAY_MS))} d</span>
    ),
    order: ({ openedAt }) => openedAt,
  },
];

/** What the time is for; of a target that is met there is nothing to do. */
function forNow(countdown: OpenTicket['countdown']): string {
  return countdown === null || countdown.metAt !== null ? '' : countdown.name;
}

/** Which tickets are shown. */
export const KINDS = {
  all: { name: 'All', fits: () => true },
  waiting: { name: 'Need you', fits: ({ step, asksUs }: OpenTicket) => step !== null || asksUs },
  'no-eta': { name: 'No ETA', fits: ({ etaAt }: OpenTicket) => etaAt === null },
  unread: { name: 'Unread', fits: ({ lastWord }: OpenTicket) => lastWord?.isUnread ?? false },
} as const;
export type Kind = keyof typeof KINDS;

export function hasWords({ title, number, team, cases, pipeline }: OpenTicket, words: string): boolean {
  const all =
    `${title} #${number} ${team} ${pipeline} ${cases.map(({ reference }) => reference).join(' ')}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}
