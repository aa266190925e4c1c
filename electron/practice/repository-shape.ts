// A repository in the full shape GitHub's description asks for.
import { userShape } from './github-shapes.ts';

const API = 'https://api.github.com';
const WEB = 'https://github.com';

/** Addresses of a repository that are its own with a word behind. */
const PARTS = [
  'archive assignees blobs branches collaborators comments commits compare contents contributors deployments downloads',
  'events forks git_commits git_refs git_tags hooks issue_comment issue_events issues keys labels languages merges',
  'milestones notifications pulls releases stargazers statuses subscribers subscription tags teams trees',
]
  .join(' ')
  .split(' ');
const COUNTS =
  'forks forks_count open_issues open_issues_count size stargazers_count watchers watchers_count network_count subscribers_count'.split(
    ' ',
  );
const SWITCHES = 'fork has_projects has_wiki has_pages has_discussions archived disabled private'.split(' ');
const NOTHING = 'description homepage language mirror_url license'.split(' ');
const TIMES = 'pushed_at created_at updated_at'.split(' ');

const all = <T>(names: readonly string[], value: (name: string) => T) =>
  Object.fromEntries(names.map((name) => [name, value(name)]));

export function repositoryShape(full: string) {
  const [owner = '', name = ''] = full.split('/');
  const url = `${API}/repos/${full}`;
  return {
    id: 1,
    node_id: 'R_1',
    name,
    full_name: full,
    owner: userShape(owner),
    url,
    html_url: `${WEB}/${full}`,
    clone_url: `${WEB}/${full}.git`,
    git_url: `git://github.com/${full}.git`,
    ssh_url: `git@github.com:${full}.git`,
    svn_url: `${WEB}/${full}`,
    default_branch: 'main',
    has_issues: true,
    ...Object.fromEntries(PARTS.map((part) => [`${part}_url`, `${url}/${part}`])),
    ...all(COUNTS, () => 0),
    ...all(SWITCHES, () => false),
    ...all(NOTHING, () => null),
    ...all(TIMES, () => '2020-01-01T00:00:00Z'),
  };
}
