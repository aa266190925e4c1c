// The browser's notifications, where the person allowed them; the desk groups them and judges their words before.
import { useEffect, useRef } from 'react';
import type { CaseId } from '../../electron/contract/ids.ts';
import { onDeskEvent } from '../bridge/bridge.ts';

export function useNotifications(openCase: (id: CaseId) => void): void {
  const open = useRef(openCase);
  open.current = openCase;
  useEffect(
    () =>
      onDeskEvent((event) => {
        if (event.event === 'open-case') open.current(event.caseId as CaseId);
        if (event.event !== 'notify' || !('Notification' in window) || Notification.permission !== 'granted') return;
        const shown = new Notification(event.title, { body: event.body, tag: event.title });
        shown.onclick = () => {
          window.focus();
          if (event.caseId !== null) open.current(event.caseId as CaseId);
        };
      }),
    [],
  );
}
