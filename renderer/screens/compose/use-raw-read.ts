// Tells the desk that a person has a report as received before them; the desk keeps a line of it.
import { useEffect } from 'react';
import type { CaseId } from '../../../electron/core/domain/ids.ts';
import { call } from '../../bridge/bridge.ts';

/** A glance while paging through a list is no reading. */
const READING_MS = 1_500;

export function useRawRead(id: CaseId): void {
  useEffect(() => {
    const timer = setTimeout(() => void call('cases.readRaw', { id }).catch(() => {}), READING_MS);
    return () => clearTimeout(timer);
  }, [id]);
}
