// Locking from the window, and telling the host that somebody is at work here.
import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import type { Output } from '../../electron/contract/calls.ts';
import { call } from '../bridge/bridge.ts';
import { queryClient } from '../bridge/queries.ts';
import { forgetKeptDrafts } from './draft-words.ts';
import { keepTypedNow } from './keeper.ts';
import { forgetKeptForms } from './typed-words.ts';

/** What is typed must be on its way before the store closes. */
const SAVED_MS = 150;

export function lockDesk(): void {
  void keepTypedNow();
  queryClient.setQueryData<Output<'desk.state'>>(['desk.state', {}], (desk) => desk && { ...desk, state: 'locked' });
  setTimeout(() => void call('desk.lock', {}), SAVED_MS);
}

/** Nothing of a case is shown by a locked window: neither its answers nor its messages. */
export function forgetEverything(): void {
  notifications.clean();
  forgetKeptForms();
  forgetKeptDrafts();
  queryClient.removeQueries({ predicate: ({ queryKey: [name] }) => name !== 'desk.state' });
}

const TELL_EVERY_MS = 30_000;
const AT_WORK = ['keydown', 'pointerdown', 'wheel'] as const;

/** Keeps the idle lock waiting while somebody is at work. */
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
