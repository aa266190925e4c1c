// A case that a new one may be the same as.
export interface MaybeSame {
  readonly id: string;
  readonly problem: string | null;
  /** Who reported, as a hash. */
  readonly person: string | null;
  /** UTC ms. */
  readonly receivedAt: number;
  readonly sameAs: string | null;
  readonly scrubbedText: string;
}
