// Sends one entry: every text that a person or the directory put into it goes through the outbound PII check, and the
// service gets the result, escaped.
import { gitHubEdit, gitHubText, slackText, teamsText } from '../core/compose/outgoing.ts';
import type { EntryKind, Progress } from '../core/domain/outbox.ts';
import type { ScrubbedText } from '../core/domain/pii.ts';
import type { PiiCheckContext } from '../core/scrub/pii-check.ts';
import type { GitHubClient } from './github/client.ts';
import type { SheetCells } from './google/set-cells.ts';
import { judgeFiles } from './judge-files.ts';
import { checkOutbound } from './outbound-pii-check.ts';
import type { DueEntry } from './outbox-port.ts';
import { type Outcome, rejected } from './outcome.ts';
import {
  addCommentPayload,
  createIssuePayload,
  editIssuePayload,
  movePipelinePayload,
  postNotePayload,
  putFilesPayload,
  setCellsPayload,
  setProjectPayload,
} from './payloads.ts';
import type { SlackClient } from './slack/client.ts';
import type { TeamsClient } from './teams/client.ts';
import { createTrack, type Track, UNTOUCHED } from './track.ts';
import type { ZenHubClient } from './zenhub/client.ts';

export interface SendTools {
  readonly github: GitHubClient;
  readonly zenhub: ZenHubClient | null;
  readonly slack?: SlackClient | null;
  readonly teams?: TeamsClient | null;
  readonly sheet?: SheetCells | null;
}

type Sent = Outcome | { readonly blocked: string };

/** `track` continues the progress of an entry that sets several values. */
type Send = (tools: SendTools, entry: DueEntry, track: (progress?: Progress) => Track) => Sent | Promise<Sent>;

const NO_NUMBER = rejected('The ticket has no number.');
const waiting = (reason: string): Outcome => ({ kind: 'retryable', reason, offline: false });

const SENDERS: Readonly<Record<EntryKind, Send>> = {
  'create-issue': ({ github }, { id, context, payload }) => {
    const issue = createIssuePayload.parse(payload);
    const words = { title: issue.title, body: issue.body, ...each('label', issue.labels) };
    return sendIfClean(words, context, ({ title, body }) =>
      github.createIssue(id, { ...issue, title: gitHubText(title), body: gitHubText(body) }),
    );
  },
  'edit-issue': ({ github }, { context, issueNumber, payload }, track) => {
    const { repository, changes, progress } = editIssuePayload.parse(payload);
    if (issueNumber === null) return NO_NUMBER;
    const { title, body, labels } = changes;
    const words = { title: title?.becomes ?? '', body: body?.becomes ?? '', ...each('label', labels?.add ?? []) };
    return sendIfClean(words, context, (clean) => {
      const escaped = {
        ...changes,
        title: title && { was: title.was, becomes: gitHubEdit(clean.title, title.was) },
        body: body && { was: body.was, becomes: gitHubEdit(clean.body, body.was) },
      };
      return github.editIssue(issueNumber, { repository, changes: escaped }, track(progress));
    });
  },
  'add-comment': ({ github }, { id, context, issueNumber, payload }) => {
    const { repository, body } = addCommentPayload.parse(payload);
    if (issueNumber === null) return NO_NUMBER;
    return sendIfClean({ comment: body }, context, ({ comment }) =>
      github.addComment(id, issueNumber, { repository, body: gitHubText(comment, context.logins) }),
    );
  },
  'post-note': ({ slack }, { context, payload }) => {
    if (slack == null) return waiting('No Slack webhook is set up.');
    const { text } = postNotePayload.parse(payload);
    return sendIfClean({ note: text }, context, ({ note }) => slack.post(slackText(note)));
  },
  'post-teams-note': ({ teams }, { context, payload }) => {
    if (teams == null) return waiting('No Teams webhook is set up.');
    const { text } = postNotePayload.parse(payload);
    return sendIfClean({ note: text }, context, ({ note }) => teams.post(teamsText(note)));
  },
  'put-files': ({ github }, { context, payload }, track) => {
    const { repository, message: said, files, progress } = putFilesPayload.parse(payload);
    return sendIfClean({ message: said }, context, async ({ message }) => {
      const check = await judgeFiles(files, context);
      if (!check.open) return { blocked: check.reason };
      return github.putFiles({ repository, message: gitHubText(message), files: check.texts }, track(progress));
    });
  },
  'set-cells': ({ sheet }, { context, payload }, track) => {
    const { rows, progress, ...where } = setCellsPayload.parse(payload);
    if (sheet == null) return waiting('Writing to the sheet is switched off, or its key is missing.');
    const words = new Set(rows.flatMap(({ cells }) => cells.map(({ becomes }) => becomes)));
    return sendIfClean(each('cell', [...words]), context, (texts) => {
      const clean = new Map(Object.values(texts).map((text) => [String(text), text]));
      const judged = rows.map((row) => ({
        ...row,
        cells: row.cells.flatMap(({ becomes, ...cell }) => {
          const text = clean.get(becomes);
          return text === undefined ? [] : [{ ...cell, becomes: text }];
        }),
      }));
      return sheet.setCells({ ...where, rows: judged }, track(progress));
    });
  },
  'set-project': ({ github }, { context, issueNumber, payload }, track) => {
    const place = setProjectPayload.parse(payload);
    if (issueNumber === null) return NO_NUMBER;
    return sendIfClean(each('field of the board, word', Object.entries(place.fields).flat()), context, () =>
      github.setProject(issueNumber, place, track(place.progress)),
    );
  },
  'move-pipeline': ({ zenhub }, { context, issueNumber, payload }, track) => {
    if (zenhub === null) return waiting('No ZenHub key is set up; the ticket is open without it.');
    if (issueNumber === null) return NO_NUMBER;
    const place = movePipelinePayload.parse(payload);
    return sendIfClean({ priority: place.priority ?? '', epic: place.epic ?? '' }, context, () =>
      zenhub.place(issueNumber, place, track(place.progress)),
    );
  },
};

/** `keep` is called with the progress of an entry that sets several values. */
export async function sendEntry(tools: SendTools, entry: DueEntry, keep: (progress: Progress) => void): Promise<Sent> {
  return SENDERS[entry.kind](tools, entry, (progress = UNTOUCHED) => createTrack(progress, keep));
}

/** Sends what passed the PII check; nothing if any of the texts did not. */
function sendIfClean<K extends string>(
  texts: Readonly<Record<K, string>>,
  context: PiiCheckContext,
  send: (clean: Record<K, ScrubbedText>) => Promise<Sent>,
): Sent | Promise<Sent> {
  const check = checkOutbound(texts, context);
  return check.open ? send(check.texts) : { blocked: check.reason };
}

/** Checked one by one: unrelated words next to each other can read like a name. */
function each(place: string, words: readonly string[]): Record<string, string> {
  return Object.fromEntries(words.map((word, at) => [`${place} ${at + 1}`, word]));
}
