// The period that reports open at, where another screen leads to one.
let wanted: string | null = null;

export function wantPeriod(period: string): void {
  wanted = period;
}

/** The period that was asked for; once. */
export function takeWantedPeriod(): string | null {
  const period = wanted;
  wanted = null;
  return period;
}
