// What GitHub says is wrong with a request, in words for a person.

import { RequestError } from '@octokit/request-error';
import { expect, it } from 'vitest';
import { detailOf, existsAlready, validationDetail } from '../../electron/sync/github/error-detail.ts';

it.each([
  [{ message: 'Body is too long' }, 'Body is too long.'],
  [{ message: 'Validation Failed' }, ''],
  [{ message: 'Validation Failed', errors: [{ field: 'title', code: 'missing_field' }] }, /^title .+\.$/],
  [
    { message: 'x', errors: ['Only 100 assignees.', { message: 'Nor more labels' }] },
    /^Only 100 assignees\.; Nor more labels\.$/,
  ],
  ['<html>', ''],
])('of %j is %s', (data, said) => {
  expect(detailOf(data)).toEqual(typeof said === 'string' ? said : expect.stringMatching(said));
});

it('is at most three hundred characters', () => {
  expect(detailOf({ message: 'a'.repeat(400) })).toBe(`${'a'.repeat(300)}…`);
  expect(detailOf({ message: 'a'.repeat(300) })).toBe(`${'a'.repeat(300)}.`);
});

it('is told of a request that was not valid, and of no other', () => {
  const said = (status: number) => {
    const request = { method: 'POST', url: 'https://api.github.com/x', headers: {} } as const;
    const response = { status, url: request.url, headers: {}, data: { message: 'Body is too long' } };
    return validationDetail(new RequestError('x', status, { request, response }));
  };
  expect([said(422), said(423), validationDetail(new Error('x'))]).toEqual(['Body is too long.', '', '']);
});

it('tells a value that exists already from one that is wrong', () => {
  expect(existsAlready({ message: 'x', errors: [{ code: 'already_exists', field: 'name' }] })).toBe(true);
  expect(existsAlready({ message: 'x', errors: [{ code: 'invalid', field: 'name' }, 'already_exists'] })).toBe(false);
  expect(existsAlready(null)).toBe(false);
});
