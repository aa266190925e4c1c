// An earlier case that a new one may duplicate.
import type { CaseId } from './ids.ts';

export interface MaybeSame {
  readonly id: CaseId;
  readonly problem: string | null;
  /** Hash of the reporter. */
  readonly person: string | null;
  /** UTC ms. */
  readonly receivedAt: number;
  readonly sameAs: CaseId | null;
  readonly scrubbedText: string;
}
