// The browser's notifications, where the person allowed them; the desk groups them and judges their words before.
import { useEffect, useRef } from 'react';
import type { CaseId } from '../../electron/core/domain/ids.ts';
import { onDeskEvent } from '../bridge/bridge.ts';

/** What the desk asks of the window without being asked. */
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
