// Locks from the window, and tells the host that someone is working here.
import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import type { Output } from '../../electron/contract/calls.ts';
import { call } from '../bridge/bridge.ts';
import { queryClient } from '../bridge/queries.ts';
import { toastError } from '../components/toast.tsx';
import { forgetKeptDrafts } from './draft-words.ts';
import { keepTypedNow } from './keeper.ts';
import { forgetKeptForms } from './typed-words.ts';

/** What is typed must be saved before the store closes. */
const SAVED_MS = 150;

export function lockDesk(): void {
  void keepTypedNow();
  queryClient.setQueryData<Output<'desk.state'>>(['desk.state', {}], (desk) => desk && { ...desk, state: 'locked' });
  const failed = (error: Error) => {
    toastError(error);
    void queryClient.invalidateQueries({ queryKey: ['desk.state'] });
  };
  setTimeout(() => void call('desk.lock', {}).catch(failed), SAVED_MS);
}

/** A locked window shows nothing of a case: neither its answers nor its messages. */
export function forgetEverything(): void {
  notifications.clean();
  forgetKeptForms();
  forgetKeptDrafts();
  queryClient.removeQueries({ predicate: ({ queryKey: [name] }) => name !== 'desk.state' });
}

const TELL_EVERY_MS = 30_000;
const AT_WORK = ['keydown', 'compositionupdate', 'pointerdown', 'wheel'] as const;

/** Keeps the idle lock waiting while someone is working. */
export function useActivity(): void {
  useEffect(() => {
    let toldAt = Number.NEGATIVE_INFINITY;
    const tell = ({ timeStamp }: Event) => {
      if (timeStamp - toldAt < TELL_EVERY_MS) return;
      toldAt = timeStamp;
      void call('desk.active', {}).catch(() => {});
    };
    for (const name of AT_WORK) window.addEventListener(name, tell, { capture: true, passive: true });
    return () => {
      for (const name of AT_WORK) window.removeEventListener(name, tell, { capture: true });
    };
  }, []);
}
