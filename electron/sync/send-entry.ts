// Sends one entry: every text that a person or the directory put into it goes through the outbound PII check, and the
// service gets the result, escaped.
import { gitHubEdit, gitHubText, slackText, teamsText } from '../core/compose/outgoing.ts';
import type { Progress } from '../core/domain/outbox.ts';
import type { GitHubClient } from './github/client.ts';
import type { SheetCells } from './google/set-cells.ts';
import { judgeFiles } from './judge-files.ts';
import { passLastGate } from './outbound-pii-check.ts';
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
import { createTrack, UNTOUCHED } from './track.ts';
import type { ZenHubClient } from './zenhub/client.ts';

export interface SendTools {
  readonly github: GitHubClient;
  readonly zenhub: ZenHubClient | null;
  readonly slack?: SlackClient | null;
  readonly teams?: TeamsClient | null;
  readonly sheet?: SheetCells | null;
}

type Sent = Outcome | { readonly blocked: string };

const NO_NUMBER = rejected('The ticket has no number.');
const waiting = (reason: string): Outcome => ({ kind: 'retryable', reason, offline: false });

/** Checked one by one: unrelated words next to each other can read like a name. */
function each(place: string, words: readonly string[]): Record<string, string> {
  return Object.fromEntries(words.map((word, at) => [`${place} ${at + 1}`, word]));
}

/** `keep` is called with the progress of an entry that sets several values. */
export async function sendEntry(
  { github, zenhub, slack, teams, sheet }: SendTools,
  entry: DueEntry,
  keep: (progress: Progress) => void,
): Promise<Sent> {
  const { id, context, issueNumber, payload } = entry;
  const track = (progress: Progress = UNTOUCHED) => createTrack(progress, keep);
  switch (entry.kind) {
    case 'create-issue': {
      const issue = createIssuePayload.parse(payload);
      const gate = passLastGate({ title: issue.title, body: issue.body, ...each('label', issue.labels) }, context);
      if (!gate.open) return { blocked: gate.reason };
      const { title, body } = gate.texts;
      return github.createIssue(id, { ...issue, title: gitHubText(title), body: gitHubText(body) });
    }
    case 'edit-issue': {
      const { repository, changes, progress } = editIssuePayload.parse(payload);
      if (issueNumber === null) return NO_NUMBER;
      const { title, body, labels } = changes;
      const words = { title: title?.becomes ?? '', body: body?.becomes ?? '' };
      const gate = passLastGate({ ...words, ...each('label', labels?.add ?? []) }, context);
      if (!gate.open) return { blocked: gate.reason };
      const escaped = {
        ...changes,
        title: title && { was: title.was, becomes: gitHubEdit(gate.texts.title, title.was) },
        body: body && { was: body.was, becomes: gitHubEdit(gate.texts.body, body.was) },
      };
      return github.editIssue(issueNumber, { repository, changes: escaped }, track(progress));
    }
    case 'add-comment': {
      const { repository, body } = addCommentPayload.parse(payload);
      if (issueNumber === null) return NO_NUMBER;
      const gate = passLastGate({ comment: body }, context);
      if (!gate.open) return { blocked: gate.reason };
      return github.addComment(id, issueNumber, { repository, body: gitHubText(gate.texts.comment, context.logins) });
    }
    case 'post-note': {
      if (slack == null) return waiting('No Slack webhook is set up.');
      const gate = passLastGate({ note: postNotePayload.parse(payload).text }, context);
      return gate.open ? slack.post(slackText(gate.texts.note)) : { blocked: gate.reason };
    }
    case 'post-teams-note': {
      if (teams == null) return waiting('No Teams webhook is set up.');
      const gate = passLastGate({ note: postNotePayload.parse(payload).text }, context);
      return gate.open ? teams.post(teamsText(gate.texts.note)) : { blocked: gate.reason };
    }
    case 'put-files': {
      const { repository, message, files, progress } = putFilesPayload.parse(payload);
      const said = passLastGate({ message }, context);
      if (!said.open) return { blocked: said.reason };
      const gate = await judgeFiles(files, context);
      if (!gate.open) return { blocked: gate.reason };
      return github.putFiles(
        { repository, message: gitHubText(said.texts.message), files: gate.texts },
        track(progress),
      );
    }
    case 'set-cells': {
      const { rows, progress, ...where } = setCellsPayload.parse(payload);
      if (sheet == null) return waiting('Writing to the sheet is switched off, or its key is missing.');
      const words = rows.flatMap(({ cells }) => cells.map(({ becomes }) => becomes));
      const gate = passLastGate(each('cell', [...new Set(words)]), context);
      if (!gate.open) return { blocked: gate.reason };
      const clean = new Map(Object.values(gate.texts).map((text) => [String(text), text]));
      const judged = rows.map((row) => ({
        ...row,
        cells: row.cells.flatMap(({ becomes, ...cell }) => {
          const text = clean.get(becomes);
          return text === undefined ? [] : [{ ...cell, becomes: text }];
        }),
      }));
      return sheet.setCells({ ...where, rows: judged }, track(progress));
    }
    case 'set-project': {
      const place = setProjectPayload.parse(payload);
      if (issueNumber === null) return NO_NUMBER;
      const gate = passLastGate(each('field of the board, word', Object.entries(place.fields).flat()), context);
      return gate.open ? github.setProject(issueNumber, place, track(place.progress)) : { blocked: gate.reason };
    }
    case 'move-pipeline': {
      if (zenhub === null) return waiting('No ZenHub key is set up; the ticket is open without it.');
      if (issueNumber === null) return NO_NUMBER;
      const place = movePipelinePayload.parse(payload);
      const gate = passLastGate({ priority: place.priority ?? '', epic: place.epic ?? '' }, context);
      return gate.open ? zenhub.place(issueNumber, place, track(place.progress)) : { blocked: gate.reason };
    }
  }
}
