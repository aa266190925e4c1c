// What GitHub refuses with 422, and how it says why.
import type { PlainAnswer } from './http-messages.ts';
import { MILESTONES, type PracticeIssue, type PracticeWorld } from './state.ts';

/** What a request says of an issue. */
export interface IssueWords {
  readonly title?: string;
  readonly body?: string;
  readonly labels?: readonly string[];
  readonly assignees?: readonly string[];
  readonly milestone?: number | null;
  readonly state?: PracticeIssue['state'];
}

interface Fault {
  readonly resource: string;
  readonly code: string;
  readonly field: string;
  readonly message?: string;
  readonly value?: string | number | null;
}

const MOST_TITLE = 256;
const MOST_BODY = 65_536;

export function unprocessable(errors: readonly Fault[]): PlainAnswer {
  const documentation_url = 'https://docs.github.com/rest';
  return { status: 422, body: { message: 'Validation Failed', errors, documentation_url, status: '422' } };
}

/** Null for words that GitHub takes. */
export function refusalOf(
  world: PracticeWorld,
  resource: 'Issue' | 'IssueComment',
  { title = '', body = '', assignees = [], milestone = null }: IssueWords,
): PlainAnswer | null {
  const isTooLong = (field: string, most: number): Fault => ({
    resource,
    code: 'custom',
    field,
    message: `${field} is too long (maximum is ${most} characters)`,
  });
  const isInvalid = (field: string, value: string | number): Fault => ({ value, resource, field, code: 'invalid' });
  const wrong: Fault[] = [];
  if (title.length > MOST_TITLE) wrong.push(isTooLong('title', MOST_TITLE));
  if (body.length > MOST_BODY) wrong.push(isTooLong('body', MOST_BODY));
  if (world.mayPush)
    for (const login of assignees) if (!world.people.includes(login)) wrong.push(isInvalid('assignees', login));
  if (milestone !== null && MILESTONES[milestone - 1] === undefined) wrong.push(isInvalid('milestone', milestone));
  return wrong.length === 0 ? null : unprocessable(wrong);
}
