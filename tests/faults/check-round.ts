// What must hold after every round, whatever happened in it.
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { hasMarker } from '../../electron/core/compose/marker.ts';
import type { Home } from '../../electron/host/home.ts';
import type { PracticeServer } from '../../electron/practice/serve.ts';
import { type PracticeIssue, pipelineId } from '../../electron/practice/state.ts';
import { openStore } from '../../electron/store/opening/open.ts';
import { listEntries, type StoredEntry } from '../../electron/store/outbox/outbox.ts';
import { findTicket } from '../../electron/store/tickets/tickets.ts';
import { ROOT } from '../support/desk.ts';
import { CHANGED } from './lead.ts';

export interface Damage {
  losses: number;
  duplicates: number;
  disorders: number;
  leaks: number;
  broken: number;
}

export function sumOf(damage: Damage): number {
  return Object.values(damage).reduce((sum, n) => sum + n, 0);
}

export interface Round {
  readonly home: Home;
  readonly key: string;
  readonly practice: PracticeServer;
  /** What desks had said yes to. */
  readonly promised: ReadonlySet<string>;
  /** Record numbers of tickets that the desk said it has taken back. */
  readonly undone: ReadonlySet<string>;
  readonly teamWords: ReadonlySet<string>;
  /** Ids of issues whose card a team moved to Done, and which stay there. */
  readonly moved: ReadonlySet<number>;
  /** What a team last wrote into the title and the description of an issue, by its id: it is never written over. */
  readonly reworded: ReadonlyMap<number, string>;
  /** The store lost its newest part in this round: what it had sent by then is at the service and unknown to it. */
  readonly mayHaveOrphans: boolean;
  /** What may stand nowhere. */
  readonly secrets: readonly string[];
  /** Logs, and what was printed. */
  readonly heard: string;
}

export interface Found {
  readonly damage: Damage;
  /** What exactly, for whoever looks for the reason. */
  readonly said: readonly string[];
  readonly entries: number;
  /** Issues that no entry made: of a desk that lost the newest part of its store. */
  readonly orphans: readonly PracticeIssue[];
}

const EVERYTHING = 1_000_000;
const ORDER = ['first', 'second', 'third'];

export function checkRound(round: Round): Found {
  const { home, key, practice, promised, undone, teamWords, moved, reworded, mayHaveOrphans, secrets, heard } = round;
  const damage: Damage = { losses: 0, duplicates: 0, disorders: 0, leaks: 0, broken: 0 };
  const said: string[] = [];
  const note = (kind: keyof Damage, what: string) => {
    damage[kind] += 1;
    said.push(`${kind}: ${what}`);
  };
  const store = openStore({ file: home.store, key, migrations: join(ROOT, 'drizzle', 'migrations') });
  const entries = listEntries(store.db, EVERYTHING);
  const numberOf = new Map(entries.map(({ ticketId }) => [ticketId, findTicket(store.db, ticketId)?.number]));
  const heardOf = store.db.all<{ body: string; n: number }>(
    sql`SELECT body, count(*) AS n FROM comments GROUP BY body`,
  );
  if (store.integrity() !== 'ok') note('broken', 'the store');
  store.close();

  const issues = practice.world.issues();
  const comments = issues.flatMap((issue) => issue.comments);
  // Where a team wrote meanwhile the lead has let theirs stand.
  const isChanged = ({ id, title, body }: PracticeIssue) =>
    reworded.has(id) || (title.endsWith(CHANGED.title) && body.includes(CHANGED.body));
  const copiesOf = ({ id, kind }: StoredEntry) =>
    (kind === 'create-issue' ? issues : comments).filter(({ body }) => hasMarker(body, id)).length;
  for (const entry of entries) {
    if (entry.state === 'withdrawn') continue;
    const name = `${entry.kind} ${entry.id} of #${numberOf.get(entry.ticketId)}`;
    if (entry.state !== 'sent') note('losses', `${name} is ${entry.state}`);
    const issue = issues.find((one) => one.number === numberOf.get(entry.ticketId));
    const placed = issue?.boards['1']?.Status;
    switch (entry.kind) {
      case 'create-issue':
      case 'add-comment':
        if (copiesOf(entry) === 0) note('losses', `${name} is not there`);
        if (copiesOf(entry) > 1) note('duplicates', `${name} is there twice`);
        break;
      case 'edit-issue':
        if (issue === undefined || !isChanged(issue) || !issue.labels.includes(CHANGED.label))
          note('losses', `${name} is not there: ${issue?.title}, ${issue?.labels}`);
        if (placed !== CHANGED.status) note('disorders', `${name}: its board says ${placed}`);
        break;
      case 'set-project':
        if (placed === undefined) note('losses', `${name} is not there`);
        break;
      case 'move-pipeline': {
        const wanted = issue !== undefined && moved.has(issue.id) ? 'Done' : 'Tier 3 Support';
        if (issue?.pipelineId !== pipelineId(wanted)) note('disorders', `${name}: its card is not in ${wanted}`);
      }
    }
  }
  const orphans = issues.filter(({ body }) => !entries.some(({ id }) => hasMarker(body, id)));
  if (!mayHaveOrphans) for (const { number } of orphans) note('duplicates', `#${number} is of no entry`);
  for (const reference of undone) {
    const issue = issues.find(({ body }) => new RegExp(`- ${reference}$`, 'm').test(body));
    const isTold = entries.some(
      ({ id, reason }) => issue && hasMarker(issue.body, id) && reason?.includes('after all'),
    );
    if (issue !== undefined && !isTold) note('disorders', `${reference} is undone here and done there`);
  }
  for (const issue of issues) {
    const words = issue.comments.flatMap(({ body }) => /The (\w+) word/.exec(body)?.[1] ?? []);
    if (words.join(' ') !== ORDER.slice(0, words.length).join(' '))
      note('disorders', `comments on #${issue.number}: ${words.join(' ')}`);
    const theirs = reworded.get(issue.id) ?? '';
    if (!issue.title.includes(theirs) || !issue.body.includes(theirs))
      note('losses', `the team's words on #${issue.number}: ${issue.title}`);
    // Nobody's label is taken off, whatever of ours was put on.
    if (issue.comments.some(({ login }) => login === 'mr-engineer') && !issue.labels.includes('mhv-horizon'))
      note('losses', `the team's label on #${issue.number}`);
  }
  for (const promise of promised) {
    const [reference = '', word] = promise.split(' ');
    const issue = issues.find(({ body }) => new RegExp(`- ${reference}$`, 'm').test(body));
    const kept =
      word === undefined ||
      (word === CHANGED.title
        ? issue !== undefined && isChanged(issue)
        : issue?.comments.some(({ body }) => body.includes(`The ${word} word`)));
    if (issue === undefined || kept !== true) note('losses', `the promise "${promise}"`);
  }
  for (const words of teamWords) {
    const times = heardOf.find(({ body }) => body === words)?.n ?? 0;
    if (times !== 1) note(times === 0 ? 'losses' : 'duplicates', `"${words}" is here ${times} times`);
  }
  const outside = `${heard}${JSON.stringify(issues)}${practice.notes.join()}`;
  if (secrets.some((secret) => outside.includes(secret))) note('leaks', 'a secret stands outside');
  return { damage, said, entries: entries.length, orphans };
}
