// One home that lives through rounds of kills and faults: desks at work on it, the services they talk to, the teams there.
import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { locateHome } from '../../electron/host/home.ts';
import { openKey } from '../../electron/host/key.ts';
import { servePractice } from '../../electron/practice/serve.ts';
import { pipelineId } from '../../electron/practice/state.ts';
import { ROOT } from '../support/desk.ts';
import type { Chance } from './chance.ts';
import { checkRound, type Damage } from './check-round.ts';
import { CASES } from './lead.ts';

/** The person nobody outside may ever hear of. */
const PERSON = ['Rosalia Michel', '555-12-9876', 'rosalia.michel@example.com'];
const TEXT = `Veteran ${PERSON[0]} ssn ${PERSON[1]} email ${PERSON[2]} cannot download the report`;
const FAULTS = [
  'drop-before',
  'drop-after',
  'cut-after',
  'empty',
  '403 after',
  500,
  502,
  503,
  429,
  403,
  'slow',
  'portal',
  'lag',
  'stale',
] as const;
/** Faults that are made of others: an answer of nothing, with or without effect; a proxy's no after it. */
const MADE_OF = { empty: { what: 200, body: {} }, '403 after': { what: 403, after: true } } as const;
const OUTAGES = [{ what: 'drop-before' }, { what: 502 }, { what: 403, body: '<p>Blocked</p>' }] as const;

export interface Tally {
  kills: number;
  threadKills: number;
  readonly faults: Map<string, number>;
}

export interface FaultHome {
  /** One round; what is damaged after it. */
  round(name: number): Promise<Damage>;
  /** What was logged and printed, for whoever looks for the reason of damage. */
  heard(): string;
  counts(): { readonly entries: number; readonly promises: number };
  close(): Promise<void>;
}

export async function openFaultHome(deskProcess: string, chance: Chance, tally: Tally): Promise<FaultHome> {
  const { between, pick } = chance;
  const folder = mkdtempSync(join(tmpdir(), 'tier3-faults-'));
  const home = locateHome(folder, 'practice');
  const key = openKey(home, 'practice', { passphrase: undefined, keychain: null });
  const practice = await servePractice({ root: ROOT, stateFile: home.practiceState, noteFile: home.practice, port: 0 });
  // The service's clock is up to two hours before or behind ours.
  practice.world.skewMs = between(-120, 120) * 60_000;
  const promised = new Set<string>();
  const undone = new Set<string>();
  const teamWords = new Set<string>();
  /** Issues whose card a team has moved on. */
  const moved = new Set<number>();
  /** What a team last wrote into the title and the description of an issue, by its id. */
  const reworded = new Map<number, string>();
  let mayHaveOrphans = false;
  let printed = '';
  let entries = 0;
  const heard = () => `${printed}${existsSync(home.log) ? readFileSync(home.log, 'utf8') : ''}`;

  function startDesk(task: string, name: string, where = folder): ChildProcess {
    const args = [deskProcess, where, task, name, TEXT, String(between(50, 900))];
    // In a group of its own: a Ctrl+C that ends the run is no fault.
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    child.stdout?.on('data', (chunk: Buffer) => {
      for (const line of String(chunk).split('\n')) {
        if (line.startsWith('queued ')) promised.add(line.slice('queued '.length));
        if (line.startsWith('undone ')) undone.add(line.slice('undone '.length));
        if (line === 'thread killed') tally.threadKills += 1;
      }
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      printed += String(chunk);
    });
    return child;
  }

  async function askForFaults(): Promise<void> {
    for (let at = between(0, 5); at > 0; at -= 1) {
      const what = pick(FAULTS);
      const isReading = what === 'lag' || what === 'stale';
      const service = isReading ? 'github' : pick(['github', 'github', 'zenhub'] as const);
      const method = isReading
        ? 'GET'
        : service === 'zenhub'
          ? 'POST'
          : pick(['POST', 'POST', 'PATCH', 'GET'] as const);
      const headers = what === 429 || what === 403 ? { 'retry-after': '1' } : {};
      // A list that lagged for longer than the desk looks would leave the decision to the lead; that has tests of its own.
      const times = what === 'lag' ? 1 : between(1, 3);
      const made = what === 'empty' || what === '403 after' ? MADE_OF[what] : { what };
      const after = what === 'empty' ? { after: chance.next() < 0.5 } : {};
      const ms = isReading ? 3_600_000 : between(50, 400);
      await fault({ service, method, times, headers, ms, ...made, ...after }, `${service} ${what}`);
    }
    if (chance.next() < 0.1) {
      const outage = pick(OUTAGES);
      for (const method of ['GET', 'POST', 'PATCH'])
        await fault({ service: 'github', method, times: 10_000, ...outage }, `outage ${outage.what} of ${method}`);
    }
  }

  async function fault(asked: object, name: string): Promise<void> {
    const url = practice.github.replace('/github', '/practice/faults');
    const answer = await fetch(url, { method: 'POST', body: JSON.stringify(asked) });
    if (!answer.ok) throw new Error(await answer.text());
    count(name);
  }

  function count(name: string): void {
    tally.faults.set(name, (tally.faults.get(name) ?? 0) + 1);
  }

  /** The store as it is, with its write-ahead log, is put back after another desk has sent what waited in it. */
  async function restoresBackup(): Promise<void> {
    count('backup restored');
    const parts = ['', '-wal'].filter((part) => existsSync(home.store + part));
    for (const part of parts) copyFileSync(home.store + part, `${home.store}.backup${part}`);
    await dies(startDesk('send', 'send'));
    for (const part of ['', '-wal', '-shm']) rmSync(home.store + part, { force: true });
    for (const part of parts) renameSync(`${home.store}.backup${part}`, home.store + part);
  }

  /** A store without its write-ahead log is as old as its last clean end; what was typed since is gone from the desk. */
  function losesLog(since: ReadonlySet<string>): void {
    count('log of the store lost');
    for (const part of ['-wal', '-shm']) rmSync(home.store + part, { force: true });
    for (const promise of promised) if (!since.has(promise)) promised.delete(promise);
    for (const reference of undone) if (!since.has(reference)) undone.delete(reference);
  }

  /** A team closes, opens again or moves one of our tickets at some instant of the round, whatever answers are lost then. */
  function teamChanges(): void {
    const placed = practice.world.issues().filter((issue) => issue.pipelineId === pipelineId('Tier 3 Support'));
    if (placed.length === 0) return;
    const issue = pick(placed);
    count('team moved a card');
    practice.world.place(issue, { pipelineId: pipelineId('Done') });
    practice.world.change(issue, { state: issue.state === 'open' ? 'closed' : 'open' });
    moved.add(issue.id);
  }

  /** A team writes into title and description of one of our tickets, at some instant of the round. */
  function teamWrites(round: number): void {
    const ours = practice.world.issues().filter(({ boards }) => boards['1'] !== undefined);
    if (ours.length === 0) return;
    const issue = pick(ours);
    count('team edited a ticket');
    const words = `as the team says in round ${round}`;
    const [title, body] = [`${issue.title}, ${words}`, issue.body.replace('\n', `\n${words}\n`)];
    practice.world.change(issue, { title, body });
    reworded.set(issue.id, words);
  }

  /** Names of exports all of whose cases this desk has sent, newest first. */
  function wholeExports(): string[] {
    const names = [...promised].flatMap((promise) => /^fault-(.+)-\d+$/.exec(promise)?.[1] ?? []);
    return [...new Set(names)].filter((name) => names.filter((one) => one === name).length === CASES).toReversed();
  }

  /** Another desk with the cases that this one has sent: it must be told of each. */
  async function repeatsElsewhere(name: string): Promise<number> {
    count('second home');
    const other = mkdtempSync(join(tmpdir(), 'tier3-faults-other-'));
    const otherHome = locateHome(other, 'practice');
    openKey(otherHome, 'practice', { passphrase: undefined, keychain: null });
    copyFileSync(home.practice, otherHome.practice);
    const before = [...practice.world.issues()];
    const openNow = new Map(before.filter(({ state }) => state === 'open').map((issue) => [recordOf(issue), issue]));
    await ended(startDesk('repeat', name, other));
    const code = await ended(startDesk('finish', name, other));
    // A ticket that a team has closed is no hindrance to a new one.
    const added = practice.world.issues().filter((issue) => !before.includes(issue));
    const more = added.filter((issue) => openNow.has(recordOf(issue))).length;
    for (const issue of added) practice.world.drop(issue);
    rmSync(other, { recursive: true });
    if (more > 0) printed += `duplicates: ${more} issues by a second home\n`;
    if (code !== 0) printed += 'broken: the second home\n';
    return more + (code === 0 ? 0 : 1);
  }

  /** A team at work on one of our tickets. */
  function teamWorks(round: number): void {
    const issue = practice.world.issues().length === 0 ? undefined : pick(practice.world.issues());
    if (issue === undefined) return;
    const words = `The team says ${round}`;
    teamWords.add(words);
    practice.world.comment(issue, 'mr-engineer', words);
    practice.world.change(issue, { labels: [...new Set([...issue.labels, 'mhv-horizon'])] });
  }

  /** Kills a desk at some instant from when it is open: before that it has nothing to lose. One in five lives. */
  async function dies(desk: ChildProcess): Promise<void> {
    const [lives, after] = [chance.next() < 0.2, between(0, 1_800)];
    const end = ended(desk);
    let timer: NodeJS.Timeout | undefined;
    desk.stdout?.once('data', () => {
      if (lives) return;
      timer = setTimeout(() => {
        if (desk.exitCode === null && desk.kill('SIGKILL')) tally.kills += 1;
      }, after);
    });
    await end;
    clearTimeout(timer);
  }

  return {
    async round(name) {
      await askForFaults();
      teamWorks(name);
      // Two windows at times.
      const desks = Array.from({ length: chance.next() < 0.3 ? 2 : 1 }, (_, at) =>
        startDesk(chance.next() < 0.3 ? 'thread' : 'work', `${name}-${at}`),
      );
      const since = new Set([...promised, ...undone]);
      if (chance.next() < 0.3) desks.push(startDesk('regret', String(name)));
      if (chance.next() < 0.4) setTimeout(teamChanges, between(300, 2_000));
      if (chance.next() < 0.5) setTimeout(() => teamWrites(name), between(300, 2_000));
      await Promise.all(desks.map(dies));
      const fate = chance.next();
      if (fate < 0.2) await restoresBackup();
      else if (fate < 0.25 && existsSync(`${home.store}-wal`)) {
        losesLog(since);
        mayHaveOrphans = true;
      }
      const code = await ended(startDesk('finish', String(name)));
      const secrets = [...PERSON, practice.token];
      const round = {
        home,
        key,
        practice,
        promised,
        undone,
        teamWords,
        moved,
        reworded,
        mayHaveOrphans,
        secrets,
        heard: heard(),
      };
      const found = checkRound(round);
      entries = found.entries;
      for (const issue of found.orphans) practice.world.drop(issue);
      mayHaveOrphans = false;
      printed += found.said.map((line) => `${line}\n`).join('');
      const [whole] = wholeExports();
      const elsewhere = code === 0 && whole !== undefined && chance.next() < 0.15 ? await repeatsElsewhere(whole) : 0;
      const { damage } = found;
      return { ...damage, duplicates: damage.duplicates + elsewhere, broken: damage.broken + (code === 0 ? 0 : 1) };
    },
    heard,
    counts: () => ({ entries, promises: promised.size }),
    async close() {
      await practice.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** The record number of the fault run that an issue names. */
function recordOf({ body }: { readonly body: string }): string | undefined {
  return /^- (fault-\S+)$/m.exec(body)?.[1];
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('close', (code) => resolve(code)));
}
