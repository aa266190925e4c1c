// What teams say on tickets, against a labelled set written before the rules; for what every second comment shows, the rules
// were not changed. "Dates in the future only", a question with or without a mention, "No ETA yet" is none.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readTeamComment } from '../../electron/core/follow-up/team-comment.ts';

const WEDNESDAY = Date.parse('2026-10-28T14:00:00Z');
const VERB = { eta: 'set-eta', question: 'question-asked', answer: 'team-answered', none: null } as const;
const LABELS = ['eta', 'question', 'answer', 'none'] as const;
const set = z
  .array(z.object({ means: z.enum(LABELS), body: z.string() }))
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, 'team-comments.json'), 'utf8')));

describe.each(['worked with', 'unseen'])('the half that was %s', (half) => {
  const rows = set
    .filter((_, at) => at % 2 === (half === 'unseen' ? 1 : 0))
    .map((row) => ({ ...row, read: readTeamComment(row.body, WEDNESDAY).meaning }));

  it.each(LABELS)('finds %s with precision and recall of at least 0.9', (label) => {
    const isRead = ({ read }: (typeof rows)[number]) => read === VERB[label];
    const right = rows.filter((row) => row.means === label && isRead(row)).length;
    const [precision, recall] = [
      right / rows.filter(isRead).length,
      right / rows.filter((row) => row.means === label).length,
    ];
    console.info(`${half}, ${label}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`);
    expect(precision).toBeGreaterThanOrEqual(0.9);
    expect(recall).toBeGreaterThanOrEqual(0.9);
  });
});
