// Browser notifications, if the person allowed them; the desk groups and scrubs them first.

import { useEffect, useRef } from 'react';
import { caseName } from '../../electron/core/domain/case-name.ts';
import type { CaseId } from '../../electron/core/domain/ids.ts';
import { onDeskEvent } from '../bridge/bridge.ts';
import { toast } from './toast.tsx';

/** Events that the desk sends to the window on its own. */
interface Asked {
  readonly openCase: (id: CaseId) => void;
  readonly quickLog: () => void;
}

export function useNotifications(asked: Asked): void {
  const current = useRef(asked);
  current.current = asked;
  useEffect(
    () =>
      onDeskEvent((event) => {
        if (event.event === 'open-case') current.current.openCase(event.caseId);
        if (event.event === 'quick-log') current.current.quickLog();
        if (event.event === 'overruled')
          toast(
            `${caseName(event.reference)}: ${event.by} decided it at the same time, and that stands. My day has both.`,
          );
        if (event.event !== 'notify' || !('Notification' in window) || Notification.permission !== 'granted') return;
        const shown = new Notification(event.title, { body: event.body, tag: event.title });
        shown.onclick = () => {
          window.focus();
          if (event.caseId !== null) current.current.openCase(event.caseId);
        };
      }),
    [],
  );
}
