// The state of a trend, for notes to call center agents.

export const INFORM_STATES = ['known', 'resolved'] as const;
export type InformState = (typeof INFORM_STATES)[number];
export const INFORM_NAMES: Readonly<Record<InformState, string>> = {
  known: 'Active and known',
  resolved: 'Resolved',
};
