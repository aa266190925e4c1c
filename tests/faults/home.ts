// One home that lives through rounds of kills and faults: desks at work on it, the services they talk to, the teams there.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { locateHome } from '../../electron/host/home.ts';
import { openKey } from '../../electron/host/key.ts';
import { servePractice } from '../../electron/practice/serve.ts';
import { ROOT } from '../support/desk.ts';
import type { Chance } from './chance.ts';
import { checkRound, type Damage } from './check-round.ts';

/** The person nobody outside may ever hear of. */
const PERSON = ['Rosalia Michel', '555-12-9876', 'rosalia.michel@example.com'];
const TEXT = `Veteran ${PERSON[0]} ssn ${PERSON[1]} email ${PERSON[2]} cannot download the report`;
const FAULTS = ['drop-before', 'drop-after', 500, 502, 503, 429, 403, 'slow', 'portal', 'lag', 'stale'] as const;

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
  const teamWords = new Set<string>();
  let printed = '';
  let entries = 0;
  const heard = () => `${printed}${existsSync(home.log) ? readFileSync(home.log, 'utf8') : ''}`;

  function startDesk(task: string, name: string): ChildProcess {
    const args = [deskProcess, folder, task, name, TEXT, String(between(50, 900))];
    // In a group of its own: a Ctrl+C that ends the run is no fault.
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    child.stdout?.on('data', (chunk: Buffer) => {
      for (const line of String(chunk).split('\n')) {
        if (line.startsWith('queued ')) promised.add(line.slice('queued '.length));
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
      const fault = { service, method, what, times, headers, ms: isReading ? 3_600_000 : between(50, 400) };
      const url = practice.github.replace('/github', '/practice/faults');
      const answer = await fetch(url, { method: 'POST', body: JSON.stringify(fault) });
      if (!answer.ok) throw new Error(await answer.text());
      const name = `${service} ${what}`;
      tally.faults.set(name, (tally.faults.get(name) ?? 0) + 1);
    }
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
      await Promise.all(desks.map(dies));
      const code = await ended(startDesk('finish', String(name)));
      const secrets = [...PERSON, practice.token];
      const found = checkRound({ home, key, practice, promised, teamWords, secrets, heard: heard() });
      entries = found.entries;
      printed += found.said.map((line) => `${line}\n`).join('');
      return code === 0 ? found.damage : { ...found.damage, broken: found.damage.broken + 1 };
    },
    heard,
    counts: () => ({ entries, promises: promised.size }),
    async close() {
      await practice.close();
      rmSync(folder, { recursive: true });
    },
  };
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('close', (code) => resolve(code)));
}
