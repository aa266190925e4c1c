// Which team a code of signing in suggests.
import { describe, expect, it } from 'vitest';
import { routeCase } from '../../../electron/core/route/route.ts';
import { DIRECTORY } from '../../support/desk.ts';

describe('an error code suggests', () => {
  const route = (code: string) => routeCase(`Signing in ends with error code ${code}`, null, DIRECTORY);
  it.each([
    ['803', 'VSP-contact-center'],
    ['802', 'Identity'],
    ['110', 'Identity'],
    ['102', null],
    ['103', null],
    ['106', 'Identity'],
  ])('%s: %s', (code, team) => {
    expect(route(code)).toMatchObject({ team, outOfScope: false });
  });
  it('where the help desk mends the record, says so', () => {
    expect(route('102').because).toBe('the help desk must mend the record: error code 102');
  });
});
