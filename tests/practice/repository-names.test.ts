// A repository as people have it at hand: the address of the page they look at, what they clone, or its name.
import { expect, it } from 'vitest';
import { onSameHost, repositoryIn } from '../../electron/core/domain/repository-name.ts';

it.each([
  ['software/va.gov-team', 'software/va.gov-team'],
  [' va.ghe.com/software/va.gov-team ', 'va.ghe.com/software/va.gov-team'],
  ['https://va.ghe.com/software/va.gov-team', 'va.ghe.com/software/va.gov-team'],
  ['https://VA.ghe.com/software/va.gov-team/', 'va.ghe.com/software/va.gov-team'],
  ['https://va.ghe.com/software/va.gov-team/issues/7#issuecomment-9', 'va.ghe.com/software/va.gov-team'],
  ['va.ghe.com/software/va.gov-team/issues?q=is%3Aopen+label%3AMHV', 'va.ghe.com/software/va.gov-team'],
  ['https://va.ghe.com/software/va.gov-team.git', 'va.ghe.com/software/va.gov-team'],
  ['git@va.ghe.com:software/va.gov-team.git', 'va.ghe.com/software/va.gov-team'],
  ['https://api.va.ghe.com/repos/software/va.gov-team/issues/7', 'va.ghe.com/software/va.gov-team'],
  ['https://www.github.com/software/va.gov-team', 'github.com/software/va.gov-team'],
  ['https://github.example.com/api/v3/repos/software/va.gov-team', 'github.example.com/software/va.gov-team'],
])('%s', (typed, name) => {
  expect(repositoryIn(typed)).toBe(name);
});

it.each([
  '',
  'va.gov-team',
  'va.ghe.com',
  'https://va.ghe.com/software',
  'software/va.gov-team/issues/7',
  'the new one',
  'https://va.ghe.com/soft ware/x',
  'file:///etc/passwd',
])('%j names none', (typed) => {
  expect(repositoryIn(typed)).toBeNull();
});

it('is named with the host of the one beside it, if that has one', () => {
  expect(onSameHost('software/va.gov-team', 'software/other')).toBe('software/other');
  expect(onSameHost('va.ghe.com/software/va.gov-team', 'software/other')).toBe('va.ghe.com/software/other');
});
