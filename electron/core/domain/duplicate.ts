// A case that a new one may be the same as.
import type { CaseId } from './ids.ts';

export interface MaybeSame {
  readonly id: CaseId;
  readonly problem: string | null;
  /** Who reported, as a hash. */
  readonly person: string | null;
  /** UTC ms. */
  readonly receivedAt: number;
  readonly sameAs: CaseId | null;
  readonly scrubbedText: string;
}
