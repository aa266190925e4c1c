// The kind of ticket a report's own words call for is suggested where the kind is chosen, and taken by the lead.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { suggestKind } from '../../../electron/core/compose/suggest-kind.ts';
import { dynamicsCsv, openTestDesk, type TestDesk } from '../../support/desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

const PULL = 'data request: please pull all secure messages between the Veteran and the eye clinic.';
const ATTEMPTS =
  '1st attempt 10/20/2026 email, no answer\n2nd attempt: email bounced\nThird attempt - phone, voicemail';

describe('words', () => {
  it.each([
    [PULL, 'data-request'],
    ['The facility asks us to retrieve the usage logs of October', 'data-request'],
    ['SM data request\nfor the team', 'data-request'],
    ['Attempt 1: email\nAttempt 2: email\nAttempt 3: called, no answer', 'silent-failure'],
    [ATTEMPTS, 'silent-failure'],
    ['Silent failure of form 10-10EZ', 'silent-failure'],
    ['First attempt: Chrome, error\nSecond attempt: Edge\nThird attempt: Safari', null],
    ['Attempt 1: email sent\nAttempt 2: email sent', null],
    ['Veteran cannot pull up all messages', null],
    ['Please look at why records do not download', null],
    ['The page says the data request failed', null],
  ] as const)('%j: %s', (words, kind) => {
    expect(suggestKind(words)).toBe(kind);
  });
});

it('are a suggestion, and the form they are taken for carries no details', async () => {
  const [first, second] = ['26-HRC-HD-85-00000811', '26-HRC-HD-85-00000812'];
  const text = dynamicsCsv([
    { reference: first, text: PULL },
    { reference: second, text: ATTEMPTS },
  ]);
  await desk.call('intake.import', { name: 'export.csv', text });
  const idOf = async (reference: string) => (await desk.call('cases.find', { reference })).cases[0]!.id;
  const id = await idOf(first);
  await desk.call('triage.act', { caseIds: [id], action: 'escalate', team: 'MHV-Secure-Messaging' });
  expect(await desk.call('tickets.draft', { id })).toMatchObject({ kind: 'hrc', suggestedKind: 'data-request' });
  const taken = await desk.call('tickets.chooseKind', { id, kind: 'data-request' });
  expect(taken).toMatchObject({ kind: 'data-request', suggestedKind: null, title: `Data Request: SM ${first}` });
  expect(taken.body).not.toMatch(/eye clinic|secure messages between/i);
  const silent = await desk.call('tickets.chooseKind', { id: await idOf(second), kind: 'silent-failure' });
  expect(silent.body).toContain('1. 10/20/2026 email, no answer\n2. email bounced\n3. phone, voicemail');
});
