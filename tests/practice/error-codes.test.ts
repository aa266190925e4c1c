// Codes of signing in against the practice: recognized wherever they stand, each with who can help and what to tell the person.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { helpWithCode } from '../../electron/core/route/code-help.ts';
import { SIGN_IN_CODES } from '../../electron/core/route/error-codes.ts';
import { readProblem } from '../../electron/core/route/read-problem.ts';
import { checkPii } from '../../electron/core/scrub/pii-check.ts';
import { DEFAULT_DIRECTORY, dynamicsCsv, openTestDesk, type TestDesk } from '../support/desk.ts';
import { CODES } from './facts.ts';

const problem = (text: string) => readProblem(text, null).problem?.id;

describe('a code', () => {
  it.each(Object.entries(CODES))('is helped by %s as the list says', (helper, codes) => {
    for (const code of codes) expect([code, helpWithCode(code)?.helper]).toEqual([code, helper]);
  });

  it('has a remedy, and a team in the directory where it is not the help desk that mends the record', () => {
    const labels: (string | null)[] = DEFAULT_DIRECTORY.map((team) => team.label);
    for (const code of SIGN_IN_CODES.keys()) {
      const help = helpWithCode(code);
      expect(help?.remedy).toMatch(/\w/);
      expect([...labels, ...(help?.helper === 'help-desk' ? [null] : [])]).toContain(help?.team);
    }
  });

  it.each([
    ['007', 'Veteran sees https://www.va.gov/auth/login/callback/?auth=fail&code=007&request_id=x'],
    ['110', 'lands on va.gov/auth/login/callback%2F%3Fauth%3Dfail%26code=110 after ID.me'.replace('code=', '?code=')],
    ['202', 'the page says "We can\'t sign you in. Error code: 202"'],
    ['106', 'gets error one oh six when signing in'],
    ['110', 'says it was error code one ten'],
    ['104', 'told me error number one zero four'],
    ['102', 'MPI shows multiple EDIPIs for this person, cannot sign in'],
  ])('%s is recognized in: %s', (code, text) => {
    expect(problem(text)).toBe(`code-${code}`);
  });

  it.each([
    'has one or two refills left and ten messages',
    'The error came up seven or eight times',
    'error one of many, page is blank',
  ])('is not read into: %s', (text) => {
    expect(problem(text) ?? '').not.toMatch(/^code-/);
  });
});

describe('a case', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await openTestDesk();
  });
  afterAll(() => desk.close());

  it('loses the rest of such an address all the same', () => {
    const address = 'https://www.va.gov/auth/login/callback/?auth=fail&code=202&email=pat%40example.com';
    expect(checkPii(`It ends at ${address}`, {})).toMatchObject({ clean: false });
    expect(checkPii('It ends at https://www.va.gov/auth/login/callback/?code=4FqX9', {})).toMatchObject({
      clean: false,
    });
  });

  it('the person can solve alone says so, and its template answers it', async () => {
    const row = {
      reference: '26-HRC-HD-85-00000861',
      text: 'Sign in ends at https://www.va.gov/auth/login/callback/?auth=fail&code=202 again',
    };
    await desk.call('intake.import', { name: 'e.csv', text: dynamicsCsv([row]) });
    const { cases } = await desk.call('cases.find', { reference: row.reference });
    const { problem: told } = await desk.call('cases.get', { id: cases[0]!.id });
    expect(told).toMatchObject({ id: 'code-202', help: { helper: 'The user can solve this', byUser: true } });
    const { templates } = await desk.call('templates.list', {});
    const own = templates.find((template) => template.problem === 'code-202')!;
    const { text } = await desk.call('templates.use', { id: own.id, caseId: cases[0]!.id });
    expect(text).toContain('clear the cookies');
  });
});
