// A single word of the desk is nobody: with more hands learned, "Priority" and "Outbox" once became names.
import { expect, it } from 'vitest';
import { ASK_BELOW } from '../../../electron/core/domain/pii.ts';
import { findPii } from '../../../electron/core/scrub/find-pii.ts';

const WORDS = (
  'Priority Outbox Colour Color Queue Triage Snooze Draft Drafts Theme Timeline Board Boards Settings Reports Report Search Filter ' +
  'Filters Undo Redo Import Export Cases Case Ticket Tickets Team Teams Escalate Escalated Resolve Resolved Close Closed Reopen ' +
  'Reopened Assignee Assigned Unassigned Reviewer Review Scrub Scrubbed Masked Cleared Question Questions Status Subject Body Title ' +
  'Comment Comments Reply Replies Note Notes Tags Tag Label Labels Column Columns Row Rows Field Fields Value Values Source Sources ' +
  'Summary Details Description Severity Impact Urgency Category Component Milestone Sprint Epic Estimate Pipeline Release Backlog ' +
  'Activity Snapshot Snapshots Backup Restore Retention Purge Shortcut Shortcuts Keyboard Palette Help About Home Overview Today ' +
  'Yesterday Overdue Breached Waiting Pending Sent Failed Retry Cancel Save Delete Edit Copy Paste Next Previous Back Done Open'
).split(' ');
const masked = (text: string) => findPii(text).filter(({ confidence }) => confidence >= ASK_BELOW);

it('no single word of the desk is masked, in any letters', () => {
  const hurt = WORDS.flatMap((word) => [word, word.toLowerCase(), word.toUpperCase()]).filter(
    (word) => masked(word).length > 0,
  );
  expect(hurt).toEqual([]);
});

it('one in eight of them is asked about at the most: those that people are called by, too', () => {
  const asked = WORDS.filter((word) => findPii(word).length > 0);
  expect(asked.length, asked.join()).toBeLessThanOrEqual(WORDS.length / 8);
});

it('nor is one in a sentence of the desk', () => {
  const sentences = WORDS.map((word) => `${word} does not sort after the last release.`);
  expect(sentences.filter((sentence) => masked(sentence).length > 0)).toEqual([]);
});
