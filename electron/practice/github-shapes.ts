// GitHub's answers, in the full shapes its description asks for.
import { MILESTONES, PRACTICE_LOGIN, type PracticeIssue } from './state.ts';

const API = 'https://api.github.com';
const WEB = 'https://github.com';

function idOf(name: string): number {
  let id = 7;
  for (const char of name) id = (id * 31 + (char.codePointAt(0) ?? 0)) % 2_000_000_000;
  return id;
}

export function userShape(login: string) {
  const url = `${API}/users/${login}`;
  return {
    login,
    id: idOf(login),
    node_id: `U_${idOf(login)}`,
    avatar_url: `https://avatars.githubusercontent.com/u/${idOf(login)}`,
    gravatar_id: '',
    url,
    html_url: `${WEB}/${login}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: 'User',
    site_admin: false,
  };
}

/** The signed-in user: `GET /user` asks for more than a user in a list. */
export function selfShape() {
  return {
    ...userShape(PRACTICE_LOGIN),
    name: 'Tier 3 lead',
    company: null,
    blog: '',
    location: null,
    email: null,
    hireable: null,
    bio: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: '2020-01-01T00:00:00Z',
    updated_at: '2020-01-01T00:00:00Z',
  };
}

export function labelShape(repository: string, name: string) {
  return {
    id: idOf(name),
    node_id: `LA_${idOf(name)}`,
    url: `${API}/repos/${repository}/labels/${encodeURIComponent(name)}`,
    name,
    description: null,
    color: '005ea2',
    default: false,
  };
}

export function milestoneShape(repository: string, number: number) {
  const url = `${API}/repos/${repository}/milestones/${number}`;
  return {
    id: number,
    node_id: `MI_${number}`,
    url,
    html_url: `${WEB}/${repository}/milestone/${number}`,
    labels_url: `${url}/labels`,
    number,
    state: 'open',
    title: MILESTONES[number - 1] ?? '',
    description: null,
    creator: userShape(PRACTICE_LOGIN),
    open_issues: 0,
    closed_issues: 0,
    created_at: '2020-01-01T00:00:00Z',
    updated_at: '2020-01-01T00:00:00Z',
    closed_at: null,
    due_on: null,
  };
}

/** The limits; asking for them counts against none. */
export function rateLimitShape(now: Date) {
  const rate = { limit: 5_000, used: 0, remaining: 5_000, reset: Math.floor(now.getTime() / 1000) + 3_600 };
  return { resources: { core: rate, search: { ...rate, limit: 30, remaining: 30 } }, rate };
}

export function issueShape(issue: PracticeIssue) {
  const url = `${API}/repos/${issue.repository}/issues/${issue.number}`;
  return {
    id: 9_000_000_000 + issue.id, // real ids no longer fit 32 bits
    node_id: `I_${issue.id}`,
    url,
    repository_url: `${API}/repos/${issue.repository}`,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: `${WEB}/${issue.repository}/issues/${issue.number}`,
    number: issue.number,
    state: issue.state,
    title: issue.title,
    body: issue.body,
    user: userShape(issue.creator),
    labels: issue.labels.map((name) => labelShape(issue.repository, name)),
    assignee: issue.assignees[0] === undefined ? null : userShape(issue.assignees[0]),
    assignees: issue.assignees.map(userShape),
    milestone: issue.milestone === null ? null : milestoneShape(issue.repository, issue.milestone),
    locked: false,
    active_lock_reason: null,
    comments: issue.comments.length,
    closed_at: issue.state === 'closed' ? issue.updatedAt : null,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    author_association: 'MEMBER',
  };
}

export function commentShape(issue: PracticeIssue, comment: PracticeIssue['comments'][number]) {
  const url = `${API}/repos/${issue.repository}/issues/comments/${comment.id}`;
  return {
    id: comment.id,
    node_id: `IC_${comment.id}`,
    url,
    html_url: `${WEB}/${issue.repository}/issues/${issue.number}#issuecomment-${comment.id}`,
    issue_url: `${API}/repos/${issue.repository}/issues/${issue.number}`,
    body: comment.body,
    user: userShape(comment.login),
    created_at: comment.createdAt,
    updated_at: comment.editedAt ?? comment.createdAt,
    author_association: comment.association,
  };
}
