// The window's cache of the desk: answers of calls, refetched when the backend says that they were touched.
import { onlineManager, type Query, QueryClient, useMutation, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import {
  CALLS,
  type CallName,
  callNames,
  type DeskEvent,
  type Input,
  isUndoable,
  type Output,
  type ReadName,
} from '../../electron/contract/calls.ts';
import { type RefreshedBy, TAGS } from '../../electron/contract/define-call.ts';
import { AppError } from '../../electron/contract/errors.ts';
import { call, onDeskEvent } from './bridge.ts';
import { getConnection, onConnection } from './connection.ts';
import { read } from './reads.ts';

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

/** Such a query waits until the desk responds again; the screen keeps showing its last answer. */
function isUnanswered(error: Error): boolean {
  return error instanceof AppError && (error.kind === 'offline' || getConnection() !== 'answers');
}

// "Online" means that the desk on this machine responds; the network does not matter.
onlineManager.setEventListener((setOnline) => onConnection(() => setOnline(getConnection() === 'answers')));
onConnection(() => {
  if (getConnection() === 'answers') void queryClient.invalidateQueries();
});

/** How often countdowns are refetched. */
export const CLOCK_MS = 20_000;

/** Data of a service changes there unannounced: after this long it is refetched when shown again. */
const SERVICE_MS = 60_000;

const isReadName = (name: CallName): name is ReadName => CALLS[name].kind === 'read';
const isRefreshedBy = (name: ReadName, by: RefreshedBy): boolean => CALLS[name].refreshedBy.some((one) => one === by);

/** Which answers a change makes stale, as declared by the calls. */
const READS = new Map(
  TAGS.map((tag) => [tag, callNames.filter(isReadName).filter((name) => isRefreshedBy(name, tag))] as const),
);

onDeskEvent((event) => {
  if (event.event !== 'changed') return;
  for (const name of new Set(event.touches.flatMap((tag) => READS.get(tag) ?? []))) {
    readOnceMore(name);
    void queryClient.invalidateQueries({ queryKey: [name] });
  }
});

/** The library does not begin a first read anew, nor one that is not shown yet: what they bring may be from before the change. */
function readOnceMore(name: ReadName): void {
  const isKept = (query: Query) => query.state.data === undefined || !query.isActive();
  for (const query of queryClient
    .getQueryCache()
    .findAll({ queryKey: [name], fetchStatus: 'fetching', predicate: isKept })) {
    const again = () => void queryClient.invalidateQueries({ queryKey: query.queryKey, exact: true });
    query.promise?.then(again, again);
  }
}

export function useCall<N extends ReadName>(name: N, input: Input<N>, enabled = true) {
  return useQuery<Output<N>, Error>({
    queryKey: [name, input],
    queryFn: () => read(name, input),
    enabled,
    placeholderData: (previous) => previous,
    ...(isRefreshedBy(name, 'service') && { staleTime: SERVICE_MS }),
    ...(isRefreshedBy(name, 'clock') && { refetchInterval: CLOCK_MS }),
  });
}

/** Reads a case before it is chosen, so that it appears at once. */
export function prefetchCase(id: Input<'cases.get'>['id']): void {
  void queryClient.prefetchQuery({ queryKey: ['cases.get', { id }], queryFn: () => read('cases.get', { id }) });
  void queryClient.prefetchQuery({ queryKey: ['tickets.draft', { id }], queryFn: () => read('tickets.draft', { id }) });
}

/** They take long, and other things are done beside them. */
export const BESIDE: ReadonlySet<string> = new Set<CallName>([
  'intake.import',
  'intake.samples',
  'bundle.take',
  'trends.regroup',
  'imports.undo',
]);

interface Answered<N extends CallName> {
  readonly onSuccess?: (output: Output<N>) => unknown;
  readonly onError?: (error: Error) => unknown;
}

/**
 * The act is under way until `onDone` is done as well. What `mutate` is given is called for each act, also where the next one
 * began before it was answered: the library calls it for the latest alone, and an error would be lost.
 */
export function useAct<N extends CallName>(
  name: N,
  onDone?: (output: Output<N>, input: Input<N>) => void | Promise<void>,
) {
  const act = useMutation<Output<N>, Error, Input<N>>({
    mutationKey: [name],
    mutationFn: (input) => call(name, input),
    // What is done twice reaches the desk in the order it was done, whichever connection is faster.
    ...(isUndoable(name) && !BESIDE.has(name) && { scope: { id: name } }),
    ...(onDone !== undefined && { onSuccess: onDone }),
  });
  const { mutateAsync } = act;
  const mutate = useCallback(
    (input: Input<N>, { onSuccess, onError }: Answered<N> = {}) => {
      const answer = mutateAsync(input);
      answer.then(onSuccess, onError ?? (() => {}));
      return answer;
    },
    [mutateAsync],
  );
  return { ...act, mutate };
}

export function useProgress(job: string): Extract<DeskEvent, { event: 'progress' }> | null {
  const [progress, setProgress] = useState<Extract<DeskEvent, { event: 'progress' }> | null>(null);
  useEffect(() => onDeskEvent((event) => event.event === 'progress' && event.job === job && setProgress(event)), [job]);
  return progress;
}
