// The field "Full URL" of a ticket names the page of VA.gov; what may name a person in its address stays masked.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dynamicsCsv, openTestDesk, type TestDesk } from '../../support/desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

const ADDRESSES = [
  ['https://www.va.gov/my-health/secure-messages/inbox?user=kellie&token=a1b2c3d4', 'my-health/secure-messages/inbox'],
  ['https://www.va.gov/my-health/thread/7654321?user=kellie', 'my-health/thread'],
  ['https://eauth.va.gov/callback?user=kellie', null],
  ['https://www.va.gov/my-health/kellie.quill/notes?user=kellie', 'my-health'],
] as const;

it('keeps host and path of a public page, and nothing of its query', async () => {
  const rows = ADDRESSES.map(([address], at) => ({
    reference: `26-HRC-HD-85-0000084${at}`,
    text: `The messages stay blank.\nFull URL: ${address}`,
  }));
  await desk.call('intake.import', { name: 'export.csv', text: dynamicsCsv(rows) });
  for (const [at, [, path]] of ADDRESSES.entries()) {
    const { cases } = await desk.call('cases.find', { reference: rows[at]!.reference });
    await desk.call('triage.act', { caseIds: [cases[0]!.id], action: 'escalate', team: 'MHV-Secure-Messaging' });
    const { body, found } = await desk.call('tickets.draft', { id: cases[0]!.id });
    const url = path === null ? '[URL 1]' : `https://www.va.gov/${path} (what follows is masked)`;
    expect(body).toContain(`- Full URL: ${url}\n`);
    expect(body).not.toMatch(/kellie|a1b2|7654321/i);
    expect(found).toEqual([]);
  }
});
