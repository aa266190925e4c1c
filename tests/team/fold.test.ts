// Two desks with the same events show the same, whatever order they came in and however often.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseId, TicketId } from '../../electron/core/domain/ids.ts';
import { type Change, change, type Stamped } from '../../electron/core/team/changes.ts';
import {
  foldAct,
  foldCase,
  foldMerges,
  foldProblem,
  foldSetting,
  foldTicket,
  problemAfter,
} from '../../electron/core/team/fold.ts';
import { standing } from '../../electron/core/team/register.ts';
import { laterOf, nextStamp, type Stamp, timeOf } from '../../electron/core/team/stamp.ts';

const DESKS = [1, 2, 3, 4].map((n) => `0000000${n}-0000-4000-8000-000000000000`);
const uuid = <Id extends string>(n: number) => `${String(n).padStart(8, '0')}-1111-4111-8111-111111111111` as Id;
const PROBLEMS = ['login', 'refill', 'secure-message', 'x-ray', 'travel'];
const CASE = 'record iris 1';

function record(n: number): Change {
  const [reportedAt, receivedAt, importedAt] = [1, 1, n];
  const times = { reportedAt, receivedAt, importedAt };
  const nothing = { reporter: null, scrubbedArea: null, person: null, contentKey: null, spentMinutes: null };
  const texts = { rawText: `text ${n}`, hints: '{}', fields: '[]' };
  const value = { id: uuid<CaseId>(n), source: 'iris', reference: '1', ...times, ...texts, ...nothing } as const;
  return { kind: 'record', case: CASE, record: value, scrub: null };
}

/** Acts of desks that each know of some of what was done before: `known` picks which. */
const act = fc.record({
  desk: fc.nat(DESKS.length - 1),
  /** Clocks are off by up to five hours. */
  now: fc.integer({ min: 1_000_000, max: 1_000_000 + 5 * 3_600_000 }),
  hears: fc.boolean(),
  kind: fc.constantFrom(
    'decision',
    'place',
    'tags',
    'record',
    'merge',
    'finding',
    'act',
    'ticket',
    'problem',
    'setting',
  ),
  n: fc.nat(4),
  m: fc.nat(4),
});

type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

function makeChange({ kind, n, m }: Act, knows: readonly Stamped[]): Change {
  const known = foldCase(knows);
  const at = { undoneAt: m % 2 === 0 ? null : m };
  switch (kind) {
    case 'decision': {
      const ticket = n > 2 ? uuid<TicketId>(n) : null;
      const decided = (['escalated', 'responded', 'reassigned'] as const)[n % 3] ?? 'escalated';
      const status = ticket === null ? decided : 'ticketed';
      const value = { status, team: PROBLEMS[m] ?? null, ticket, sameAs: null } as const;
      return { kind, case: CASE, seen: standing(known.decision), value };
    }
    case 'place': {
      const by = m % 2 === 0 ? 'desk' : 'person';
      return { kind, case: CASE, seen: standing(known.place), value: { problem: PROBLEMS[n] ?? null, by } };
    }
    case 'tags':
      return { kind, case: CASE, add: [PROBLEMS[n] ?? ''], remove: n === m ? [] : [PROBLEMS[m] ?? ''] };
    case 'record':
      return record(n);
    case 'merge':
      return { kind, from: PROBLEMS[n] ?? '', into: n === m ? null : (PROBLEMS[m] ?? '') };
    case 'finding': {
      const said = m === 0 ? null : ({ decision: 'add', type: 'NAME', decidedAt: m } as const);
      return { kind, case: CASE, value: { start: n, end: n + 5, said } };
    }
    case 'setting':
      return { kind, key: 'policies', value: m === 0 ? null : String(n) };
    case 'act': {
      const who = { case: CASE, actor: 'You', verb: 'tag', summary: 'Tagged', fact: null };
      return { kind, value: { id: uuid(1), actId: uuid(2), at: n, ...who, ...at } };
    }
    case 'ticket': {
      const opened = m === 0 ? { number: null, url: null } : { number: m, url: `https://example.test/${m}` };
      const times = { createdAt: 1, openedAt: null, withdrawnAt: null };
      return { kind, value: { id: uuid(1), team: 'a', repository: 'b/c', title: `t${n}`, ...opened, ...times } };
    }
    default:
      return {
        kind: 'problem',
        value: { id: 'login', title: `t${n}`, words: '', known: null, ticket: null, createdAt: m },
      };
  }
}

/** Plays acts out: desks hear of everything now and then, or work on alone. */
function play(acts: readonly Act[]): Stamped[] {
  const all: Stamped[] = [];
  const desks = DESKS.map(() => ({ known: [] as Stamped[], last: null as Stamp | null }));
  for (const one of acts) {
    const desk = desks[one.desk];
    if (desk === undefined) continue;
    if (one.hears) {
      desk.known = [...all];
      for (const { stamp } of all) desk.last = laterOf(desk.last, stamp);
    }
    const stamp = nextStamp(desk.last, one.now, DESKS[one.desk] ?? '');
    const made = { stamp, change: change.parse(makeChange(one, desk.known)) };
    desk.last = stamp;
    desk.known = [...desk.known, made];
    all.push(made);
  }
  return all;
}

function everything(changes: readonly Stamped[]) {
  return {
    case: foldCase(changes),
    act: foldAct(changes),
    ticket: foldTicket(changes),
    problem: foldProblem(changes),
    setting: foldSetting(changes),
    merges: [...foldMerges(changes)].sort(),
  };
}

describe('the fold', () => {
  it('says the same of the same events in any order and any number', () => {
    const histories = fc.array(act, { maxLength: 40 });
    fc.assert(
      fc.property(histories, fc.infiniteStream(fc.nat(1_000)), (acts, chance) => {
        const changes = play(acts);
        const pick = () => chance.next().value ?? 0;
        const twice = [...changes, ...changes.filter(() => pick() % 3 === 0)];
        const shuffled = twice.map((one) => [pick(), one] as const).sort(([a], [b]) => a - b);
        expect(everything(shuffled.map(([, one]) => one))).toEqual(everything(changes));
      }),
      { numRuns: 300 },
    );
  });

  it('never merges in a circle', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        const merges = foldMerges(play(acts.map((one) => ({ ...one, kind: 'merge' as const }))));
        for (const problem of PROBLEMS) {
          const seen = new Set([problem]);
          for (let at = merges.get(problem); at !== undefined; at = merges.get(at)) {
            expect(seen.has(at)).toBe(false);
            seen.add(at);
          }
          expect(merges.has(problemAfter(merges, problem))).toBe(false);
        }
      }),
      { numRuns: 200 },
    );
  });

  const [one = '', two = ''] = DESKS;
  const early = nextStamp(null, 1_000, one);
  const late = nextStamp(null, 9_000, two);
  const decided = (stamp: Stamp, ticket: TicketId | null, team: string, seen: Stamp[] = []): Stamped => {
    const status = ticket === null ? 'escalated' : 'ticketed';
    return { stamp, change: { kind: 'decision', case: CASE, seen, value: { status, team, ticket, sameAs: null } } };
  };

  it('lets the last of two decisions stand and keeps the other to be shown', () => {
    const { decision } = foldCase([decided(late, null, 'b'), decided(early, null, 'a')]);
    expect(decision.winner?.value.team).toBe('b');
    expect(decision.others.map(({ value }) => value.team)).toEqual(['a']);
  });

  it('lets a ticket beat a later decision, and the first ticket the second', () => {
    expect(foldCase([decided(early, uuid(1), 'a'), decided(late, null, 'b')]).decision.winner?.value.team).toBe('a');
    expect(foldCase([decided(early, uuid(1), 'a'), decided(late, uuid(2), 'b')]).decision.winner?.value.team).toBe('a');
  });

  it('lets a decision replace a ticket it knew of, as pulling one back does', () => {
    const { decision } = foldCase([decided(early, uuid(1), 'a'), decided(late, null, 'b', [early])]);
    expect(decision).toMatchObject({ winner: { value: { team: 'b' } }, others: [] });
  });

  it('lets a person beat the guess of a desk, and a merge both', () => {
    const place = (stamp: Stamp, problem: string, by: 'desk' | 'person'): Stamped => ({
      stamp,
      change: { kind: 'place', case: CASE, seen: [], value: { problem, by } },
    });
    const { place: placed } = foldCase([place(early, 'login', 'person'), place(late, 'refill', 'desk')]);
    expect(placed.winner?.value.problem).toBe('login');
    const merges = foldMerges([{ stamp: early, change: { kind: 'merge', from: 'login', into: 'travel' } }]);
    expect(problemAfter(merges, placed.winner?.value.problem ?? '')).toBe('travel');
  });
});

describe('the clock', () => {
  it('puts what was done after something was heard of after it, though the wall clock is hours behind', () => {
    const [one = '', two = ''] = DESKS;
    const heard = nextStamp(null, 10 * 3_600_000, one);
    const done = nextStamp(heard, 3_600_000, two);
    expect(done > heard).toBe(true);
    expect(timeOf(done)).toBe(10 * 3_600_000);
  });

  it('never writes the same twice, nor an earlier one', () => {
    let last: Stamp | null = null;
    for (let n = 0; n < 70_000; n += 1) {
      const next: Stamp = nextStamp(last, 5_000, DESKS[0] ?? '');
      if (last !== null && next <= last) expect.fail(`${next} after ${last}`);
      last = next;
    }
    expect(last).not.toBeNull();
  });
});
