// The tool teams of a practice desk: a few minutes after a ticket, or after the lead's last comment on it, by the clock
// that the lead moves, a team member asks a question, gives an ETA, or closes it as fixed. One ticket in four gets no
// comment until the lead asks.
import { PRACTICE_LOGIN, type PracticeIssue, type PracticeWorld } from './state.ts';

/** Between a ticket, or a comment on it, and the team's answer. */
const ANSWERS_AFTER_MS = 2 * 60_000;
/** Between an ETA and the fix: nobody practices for days. */
const FIXED_AFTER_MS = 6 * 60_000;
const LOOKS_EVERY_MS = 10_000;
const DAY_MS = 86_400_000;
const DAYS_TO_FIX = 3;

const PROMISE = 'ETA:';
const QUESTION = 'Which browser and version is it, and what exactly does the error message say?';
const FIXED = 'The fix is deployed and live in production. Closing this one.';
const DAY = new Intl.DateTimeFormat('en-US', { timeZone: 'America/New_York', dateStyle: 'long' });

type Word = { readonly body: string; readonly closes: boolean };

/** What the ticket's team comments at `now` (UTC ms); null for nothing yet. */
function nextWord({ number, createdAt, comments }: PracticeIssue, now: number): Word | null {
  const last = comments.at(-1);
  const waited = now - Date.parse(last?.createdAt ?? createdAt);
  if (waited < ANSWERS_AFTER_MS) return null;
  const isPromised = comments.some(({ login, body }) => login !== PRACTICE_LOGIN && body.includes(PROMISE));
  if (isPromised) return waited < FIXED_AFTER_MS ? null : { body: FIXED, closes: true };
  if (last === undefined && number % 4 === 3) return null;
  if (last === undefined && number % 4 === 1) return { body: QUESTION, closes: false };
  // The team's question waits for the lead's answer.
  if (last !== undefined && last.login !== PRACTICE_LOGIN) return null;
  const promise = `We can reproduce it. ${PROMISE} the fix will be released by ${DAY.format(now + DAYS_TO_FIX * DAY_MS)}.`;
  return { body: promise, closes: false };
}

/** Adds what the teams of the desk's open tickets have to say by now. */
export function answerAsTeams(world: PracticeWorld): void {
  const now = world.now().getTime();
  for (const issue of world.issues()) {
    if (issue.state === 'closed' || issue.creator !== PRACTICE_LOGIN) continue;
    const word = nextWord(issue, now);
    const member = issue.assignees[0] ?? world.people.find((login) => login !== PRACTICE_LOGIN);
    if (word === null || member === undefined) continue;
    world.comment(issue, member, word.body);
    if (word.closes) world.change(issue, { state: 'closed' });
  }
}

/** Lets the teams answer from now on. @returns how to stop them */
export function startTeams(world: PracticeWorld): () => void {
  const timer = setInterval(() => answerAsTeams(world), LOOKS_EVERY_MS).unref();
  return () => clearInterval(timer);
}
