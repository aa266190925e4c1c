// Tells the desk that a person is viewing a report as received; the desk records it.
import { useEffect } from 'react';
import type { CaseId } from '../../../electron/core/domain/ids.ts';
import { call } from '../../bridge/bridge.ts';

/** A glance while paging through a list does not count. */
const READING_MS = 1_500;

export function useRawRead(id: CaseId): void {
  useEffect(() => {
    const timer = setTimeout(() => void call('cases.readRaw', { id }).catch(() => {}), READING_MS);
    return () => clearTimeout(timer);
  }, [id]);
}
