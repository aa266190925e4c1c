// What the window holds of the desk: answers of calls, refreshed when the backend says they were touched.
import { onlineManager, QueryClient, useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { CallName, DeskEvent, Input, Output } from '../../electron/contract/calls.ts';
import type { Tag } from '../../electron/contract/define-call.ts';
import { AppError } from '../../electron/contract/errors.ts';
import { call, onDeskEvent } from './bridge.ts';
import { getConnection, onConnection } from './connection.ts';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (_, error) => isUnanswered(error),
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
    },
    mutations: { networkMode: 'always' },
  },
});

/** Such a question waits until the desk answers again; what it gave before stays on the screen. */
function isUnanswered(error: Error): boolean {
  return error instanceof AppError && (error.kind === 'offline' || getConnection() !== 'answers');
}

// "Online" is whether the desk on this machine answers; the network is its own affair.
onlineManager.setEventListener((setOnline) => onConnection(() => setOnline(getConnection() === 'answers')));
onConnection(() => {
  if (getConnection() === 'answers') void queryClient.invalidateQueries();
});

/** Which calls show what a tag stands for. */
const SHOWN: Readonly<Record<Tag, readonly CallName[]>> = {
  desk: ['desk.state'],
  cases: [
    'cases.list',
    'cases.counts',
    'cases.board',
    'cases.get',
    'day.get',
    'replies.list',
    'replies.thread',
    'tickets.list',
    'trends.list',
    'trends.get',
    'trends.draft',
    'trends.inform',
    'incident.plan',
    'reports.get',
    'reports.cases',
    'cases.topics',
    'tickets.draft',
    'intake.preview',
    'activity.stack',
    'templates.fill',
  ],
  outbox: [
    'replies.thread',
    'tickets.list',
    'outbox.list',
    'cases.get',
    'trends.get',
    'incident.plan',
    'github.places',
    'activity.stack',
    'tickets.choices',
  ],
  directory: ['directory.list', 'tickets.draft', 'boards.list', 'tickets.choices'],
  settings: [
    'rules.list',
    'policies.get',
    'lock.get',
    'retention.get',
    'snapshots.list',
    'cases.list',
    'cases.board',
    'cases.get',
    'day.get',
    'window.get',
    'damage.get',
    'templates.list',
    'forms.list',
    'services.get',
    'boards.list',
    'tickets.choices',
    'trendRule.get',
    'trends.inform',
    'github.places',
    'reports.get',
    'activity.stack',
  ],
  team: ['team.get', 'team.case'],
};

/** What a service was asked for changes there without a word: shown again after so long, it is asked anew. */
const ASKED_MS = 60_000;
const ASKED: ReadonlySet<CallName> = new Set(['boards.list', 'tickets.choices']);

/** Countdowns are read afresh this often. */
export const CLOCK_MS = 20_000;
const TICKING: ReadonlySet<CallName> = new Set([
  'tickets.list',
  'cases.list',
  'cases.board',
  'cases.get',
  'day.get',
  'outbox.list',
]);

onDeskEvent((event) => {
  if (event.event !== 'changed') return;
  for (const name of new Set(event.touches.flatMap((tag) => SHOWN[tag])))
    void queryClient.invalidateQueries({ queryKey: [name] });
});

export function useCall<N extends CallName>(name: N, input: Input<N>, enabled = true) {
  return useQuery<Output<N>, Error>({
    queryKey: [name, input],
    queryFn: () => call(name, input),
    enabled,
    placeholderData: (previous) => previous,
    ...(ASKED.has(name) && { staleTime: ASKED_MS }),
    ...(TICKING.has(name) && { refetchInterval: CLOCK_MS }),
  });
}

/** Reads a case before it is chosen, so that it stands there at once when it is. */
export function prefetchCase(id: Input<'cases.get'>['id']): void {
  void queryClient.prefetchQuery({ queryKey: ['cases.get', { id }], queryFn: () => call('cases.get', { id }) });
  void queryClient.prefetchQuery({ queryKey: ['tickets.draft', { id }], queryFn: () => call('tickets.draft', { id }) });
}

export function useAct<N extends CallName>(name: N, onDone?: (output: Output<N>) => void) {
  return useMutation<Output<N>, Error, Input<N>>({
    mutationFn: (input) => call(name, input),
    ...(onDone !== undefined && { onSuccess: onDone }),
  });
}

export function useProgress(job: string): Extract<DeskEvent, { event: 'progress' }> | null {
  const [progress, setProgress] = useState<Extract<DeskEvent, { event: 'progress' }> | null>(null);
  useEffect(() => onDeskEvent((event) => event.event === 'progress' && event.job === job && setProgress(event)), [job]);
  return progress;
}
