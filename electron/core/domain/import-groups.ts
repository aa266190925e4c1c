// The groups in which an import is looked at afterwards.
export const IMPORT_GROUPS = ['new', 'changed', 'known', 'left', 'same'] as const;
/** Which cases of an import: that came in, changed, were known, left the queue, or are perhaps the same as others. */
export type ImportGroup = (typeof IMPORT_GROUPS)[number];
