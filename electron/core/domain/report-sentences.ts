// Each chart of a report in one sentence. With too few cases, the sentence says only that.
import type { Unit } from './report.ts';
import { valueInWords } from './report-numbers.ts';

export interface Part {
  readonly member: string;
  readonly name: string;
  readonly value: number | null;
  readonly n: number;
}

/** Fewer cases than this are not compared: the number that makes a trend. */
const FEW = 5;
/** A week has 168 hours; fewer cases than this leave most of them empty. */
const FEW_OF_A_WEEK = 40;
const share = (part: number, all: number) => valueInWords('share', all === 0 ? 0 : part / all);
const plain = (count: number) => count.toLocaleString('en-US');

/** For parts of a whole: the largest, unless several are. */
export function mostOf(parts: readonly Part[]): string {
  const filled = parts.filter(({ n }) => n > 0).toSorted((a, b) => b.n - a.n);
  const all = filled.reduce((sum, { n }) => sum + n, 0);
  const [first, second] = filled;
  if (first === undefined || second === undefined) return '';
  if (all < FEW) return `${plain(all)} in all: too few to compare`;
  if (first.n === second.n) return `none has the most: ${first.name} and ${second.name} have ${plain(first.n)} each`;
  return `${first.name} has the most: ${plain(first.n)} of ${plain(all)} (${share(first.n, all)})`;
}

/** For parts measured separately: the lowest and the highest of those with enough cases. */
export function rangeOf(unit: Unit, parts: readonly Part[]): string {
  const enough = parts
    .filter((part): part is Part & { value: number } => part.n >= FEW && part.value !== null)
    .toSorted((a, b) => a.value - b.value);
  const [low, high] = [enough[0], enough.at(-1)];
  if (low === undefined || high === undefined || low === high)
    return parts.some(({ n }) => n > 0) ? `too few to compare: parts of fewer than ${FEW}` : '';
  if (low.value === high.value) return `all are alike: ${valueInWords(unit, low.value)}`;
  return `from ${valueInWords(unit, low.value)} (${low.name}) to ${valueInWords(unit, high.value)} (${high.name})`;
}

/** Rows of hours of the week, `1-09` for Monday from nine. */
export function busiestHour(hours: readonly Part[]): string {
  const all = hours.reduce((sum, { n }) => sum + n, 0);
  if (all < FEW_OF_A_WEEK)
    return `${plain(all)} ${all === 1 ? 'case' : 'cases'}: too few to tell busy hours from others`;
  const outside = hours.filter(({ member }) => !isOffice(member)).reduce((sum, { n }) => sum + n, 0);
  const [first, second] = hours.toSorted((a, b) => b.n - a.n);
  const stands = first !== undefined && first.n >= FEW && first.n > (second?.n ?? 0);
  const busiest = stands ? `; the busiest hour is ${first.name} (${plain(first.n)})` : '';
  return `${share(outside, all)} came in outside Monday to Friday, 8 AM to 6 PM${busiest}`;
}

function isOffice(member: string): boolean {
  const [day, hour] = [Number(member[0]), Number(member.slice(2))];
  return day >= 1 && day <= 5 && hour >= 8 && hour < 18;
}

/** Cases by day, every day of the period, those without a case too. */
export function volume(days: readonly Part[], before: { readonly n: number; readonly name: string }): string {
  const all = days.reduce((sum, { n }) => sum + n, 0);
  if (all === 0) return 'Nothing came in';
  const more = all - before.n;
  const compared =
    more === 0
      ? `as many as in ${before.name}`
      : `${plain(Math.abs(more))} ${more > 0 ? 'more' : 'fewer'} than in ${before.name}`;
  const [first, second] = days.toSorted((a, b) => b.n - a.n);
  const busiest =
    first !== undefined && first.n >= FEW && first.n > (second?.n ?? 0)
      ? `; most on ${first.name} (${plain(first.n)})`
      : '';
  return `${plain(all)} came in, ${compared}${busiest}`;
}

/** How many came in within a week of a release notice, before and after; nothing where the week after is not over. */
export function aroundRelease(days: readonly Part[], day: string): string {
  const at = days.findIndex(({ member }) => member === day);
  const [before, after] = [days.slice(Math.max(0, at - 7), at), days.slice(at, at + 7)];
  if (at < 7 || after.length < 7) return '';
  const sum = (some: readonly Part[]) => some.reduce((total, { n }) => total + n, 0);
  return `${plain(sum(after))} in the week from it, ${plain(sum(before))} in the week before`;
}

/** Of promises, each a share kept: the one kept the least, among those made often enough. */
export function leastKept(promises: readonly Part[]): string {
  const least = promises
    .filter((part): part is Part & { value: number } => part.n >= FEW && part.value !== null)
    .toSorted((a, b) => a.value - b.value)[0];
  if (least === undefined) return 'Too few to judge by';
  if (least.value === 1) return 'Every promise made at least five times was kept';
  return `Kept the least: “${least.name}”, ${valueInWords('share', least.value)} of ${plain(least.n)}`;
}
