// Keys of the text as received while it has focus. They belong to the text and cannot be changed.

export const TEXT_KEYS = [
  { id: 'text-words', title: 'Go by words; with Shift, choose them', keys: '← →' },
  { id: 'text-next', title: 'Next finding', keys: 'n' },
  { id: 'text-clear', title: 'On a finding: clear it, or take that back', keys: 'x' },
  { id: 'text-never', title: 'On a finding: never mask these words again', keys: 'Shift+X' },
  { id: 'mark-words', title: 'Mark the chosen words as personal', keys: 'm' },
  { id: 'text-always', title: 'Always mask the chosen words', keys: 'Shift+M' },
] as const;
