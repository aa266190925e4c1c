// What GitHub says is wrong with a request, in words for a person.
import { expect, it } from 'vitest';
import { detailOf, existsAlready } from '../../electron/sync/github/error-detail.ts';

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
});

it('tells a value that exists already from one that is wrong', () => {
  expect(existsAlready({ message: 'x', errors: [{ code: 'already_exists', field: 'name' }] })).toBe(true);
  expect(existsAlready({ message: 'x', errors: [{ code: 'invalid', field: 'name' }, 'already_exists'] })).toBe(false);
  expect(existsAlready(null)).toBe(false);
});
