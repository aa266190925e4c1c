// The groups in which the result of an import is reviewed.
export const IMPORT_GROUPS = ['new', 'changed', 'known', 'left', 'same'] as const;
/** The cases of an import that were new, updated, already known, gone from the queue, or possible duplicates. */
export type ImportGroup = (typeof IMPORT_GROUPS)[number];
