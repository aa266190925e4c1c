// Every table of the store. Times end in At (UTC ms), business durations in Minutes. Raw text lives only here, in a
// file that is encrypted as a whole; the full-text index (a migration of its own) holds scrubbed text only.
export * from './schema/cases.ts';
export * from './schema/desk.ts';
export * from './schema/imports.ts';
export * from './schema/review.ts';
export * from './schema/sync.ts';
export * from './schema/team.ts';
