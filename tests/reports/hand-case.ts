// One case as it stood at an instant, read from its exported activity alone, and its promises by the calendar of 2026, written out
// by hand. Nothing of the desk is imported.

export interface ActivityLine {
  readonly id: string;
  readonly kind: string;
  readonly source: string;
  readonly receivedAt: number;
  readonly importedAt: number;
  readonly team: string | null;
  readonly area: string | null;
  readonly problem: string | null;
  readonly tags: readonly string[];
  readonly spentMinutes: number | null;
  readonly isDocumented: boolean;
  readonly isDuplicate: boolean;
  readonly acts: readonly HandAct[];
}

interface HandAct {
  readonly verb: string;
  readonly at: number;
  readonly byDesk: boolean;
  readonly reason?: string;
  readonly priority?: string | null;
  readonly template?: string;
}

export const H = 3_600_000;
export const DAY = 24 * H;
const HOLIDAYS = new Set(['2026-07-03', '2026-09-07', '2026-10-12', '2026-11-11', '2026-11-26', '2026-12-25']);
export const MIDNIGHTS: { at: number; open: boolean }[] = [];
for (let day = Date.UTC(2026, 4, 1); day < Date.UTC(2027, 1, 1); day += DAY) {
  const winter = day >= Date.UTC(2026, 10, 2);
  const date = new Date(day);
  const weekend = date.getUTCDay() === 0 || date.getUTCDay() === 6;
  MIDNIGHTS.push({ at: day + (winter ? 5 : 4) * H, open: !weekend && !HOLIDAYS.has(date.toISOString().slice(0, 10)) });
}

/** Milliseconds of open days between two instants. */
export function open(from: number, to: number, always = false): number {
  if (always) return Math.max(0, to - from);
  let sum = 0;
  for (const [index, day] of MIDNIGHTS.entries()) {
    const end = MIDNIGHTS[index + 1]?.at ?? day.at + DAY;
    if (day.open) sum += Math.max(0, Math.min(to, end) - Math.max(from, day.at));
  }
  return sum;
}

type Stretch = { from: number; to: number; why: string };
export interface Promised {
  start: number | undefined;
  stop: number | undefined;
  hours: number;
  waits: readonly string[];
  always?: boolean;
}

/** One case as it stood at an instant. */
export function look(line: ActivityLine, until: number) {
  const acts = line.acts.filter((act) => act.at < until);
  const first = (...verbs: string[]) => acts.find((act) => verbs.includes(act.verb))?.at;
  const pauses: Stretch[] = [];
  const hadBy: Record<string, number> = {};
  let [clock, holder, waiting, ticket, question, ended] = [
    line.receivedAt,
    'queue',
    '' as string,
    undefined as number | undefined,
    undefined as number | undefined,
    undefined as number | undefined,
  ];
  const give = (to: number) => {
    if (to > clock) {
      hadBy[holder] = (hadBy[holder] ?? 0) + to - clock;
      clock = to;
    }
  };
  const next = () => {
    if (ended !== undefined) return 'closed';
    if (waiting !== '')
      return ({ 'tier-2': 'tier-2', hold: 'veteran', release: 'team' } as Record<string, string>)[waiting]!;
    return ticket !== undefined && question === undefined ? 'team' : 'support';
  };
  give(Math.min(line.importedAt, until));
  holder = next();
  let pause: Stretch | undefined;
  let asked: Stretch | undefined;
  for (const act of acts) {
    give(act.at);
    const endsAlone = ['reassign', 'respond', 'out-of-scope', 'same-case'].includes(act.verb) && ticket === undefined;
    if (act.verb === 'pause' || act.verb === 'resume') {
      if (pause !== undefined) pauses.push({ ...pause, to: act.at });
      pause = act.verb === 'pause' ? { from: act.at, to: Number.POSITIVE_INFINITY, why: act.reason! } : undefined;
      waiting = act.verb === 'pause' ? act.reason! : '';
    } else if (act.verb === 'question-asked') {
      question = act.at;
      asked ??= { from: act.at, to: Number.POSITIVE_INFINITY, why: 'answer' };
    } else if (act.verb === 'create-issue' || act.verb === 'ticket-reopened') {
      ticket ??= act.at;
      question = undefined;
      ended = undefined;
    } else if (act.verb === 'escalate') ended = undefined;
    else if (act.verb === 'answer') question = undefined;
    if (act.verb === 'ticket-closed' || endsAlone) {
      if (ended === undefined) ended = clock;
      [question, waiting] = [undefined, ''];
    }
    if (asked !== undefined && (act.verb === 'answer' || act.verb === 'ticket-closed' || endsAlone)) {
      pauses.push({ ...asked, to: act.at });
      asked = undefined;
    }
    holder = next();
  }
  if (ended === undefined) give(until);
  else if (clock > ended) hadBy.closed = (hadBy.closed ?? 0) - (clock - ended);
  pauses.push(...[pause, asked].filter((one) => one !== undefined));
  const closings = acts.filter(
    (act) =>
      act.verb === 'ticket-closed' ||
      (['reassign', 'respond', 'out-of-scope', 'same-case'].includes(act.verb) &&
        !acts.some(
          (other) =>
            (other.verb === 'create-issue' || other.verb === 'ticket-reopened') &&
            acts.indexOf(other) < acts.indexOf(act),
        )),
  );
  const priorities = acts.filter((act) => act.verb === 'set-priority');
  return {
    line,
    acts,
    first,
    pauses,
    closings,
    hadBy,
    ticket,
    ended,
    priority: priorities.at(-1)?.priority ?? null,
    raisedAt: raised(priorities),
    tier: ticket !== undefined ? 'tier-3' : ended !== undefined ? 'tier-2' : 'open',
    decided: first('escalate', 'reassign', 'respond', 'out-of-scope', 'same-case', 'release-notice'),
    isCase: line.kind === 'case',
    isReport: line.kind === 'case' && !line.isDuplicate,
  };
}
export type Seen = ReturnType<typeof look>;

function raised(priorities: readonly HandAct[]): number {
  const rank = (priority: string | null) => ['critical', 'high', 'medium', 'low', null].indexOf(priority);
  let [at, now] = [Number.NEGATIVE_INFINITY, 4];
  for (const act of priorities) {
    const next = rank(act.priority ?? null);
    if (next < now) at = act.at;
    if (next > now) at = Number.NEGATIVE_INFINITY;
    now = next;
  }
  return at;
}

/** Open time of a promise between two instants, less what it stood still for. */
export function worked(
  { pauses }: Seen,
  from: number,
  to: number,
  { waits, always = false }: Omit<Promised, 'start' | 'stop' | 'hours'>,
) {
  const own = pauses.filter(({ why }) => waits.includes(why)).sort((a, b) => a.from - b.from);
  let [sum, reached] = [open(from, to, always), from];
  for (const { from: start, to: end } of own) {
    const begin = Math.max(reached, start);
    if (Math.min(end, to) > begin) {
      sum -= open(begin, Math.min(end, to), always);
      reached = Math.min(end, to);
    }
  }
  return sum;
}

/** 1 kept, 0 missed, with the instant; undefined while it is open. */
export function outcome(seen: Seen, promised: Promised, until: number): { kept: number; at: number } | undefined {
  const { start, stop, hours } = promised;
  if (start === undefined) return undefined;
  if (stop !== undefined && worked(seen, start, stop, promised) <= hours * H) return { kept: 1, at: stop };
  // The first instant that is too late, halving the time between.
  let [low, high] = [start, until];
  if (worked(seen, start, high, promised) <= hours * H) return undefined;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (worked(seen, start, middle, promised) > hours * H) high = middle;
    else low = middle;
  }
  return { kept: 0, at: low };
}
