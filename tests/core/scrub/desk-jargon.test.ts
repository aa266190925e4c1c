// The desk's own short forms, hours, codes and mailboxes are not asked about; beside a label or a name they still are.
import { expect, it } from 'vitest';
import { findPii } from '../../../electron/core/scrub/find-pii.ts';
import { replaceFindings } from '../../../electron/core/scrub/placeholders.ts';
import { findingsOfCase } from '../../../electron/core/scrub/review.ts';

const scrubbed = (text: string) => replaceFindings(text, findPii(text));

it.each([
  'Cllr is on the phone. Error 502 after the update.',
  'Three SM, two Rx, one MR. Hand over to the day shift at noon.',
  'Nothing in queue 0700-1100. Page still spins for the vet, blocked by WAF.',
  'Vet gets 500 on the labs page. Same as #129905.',
  'Both files fail to upload, 403',
  'ISS:RX PG BLANK  BRWSR:CHR  OH:N  ADV:CACHE CLR  RES:N',
  'Transferred from White House Hotline, Korean War vet at Iron Mountain.',
  'Facetimed with vet Sunday. Photo on VHIC differs.',
  'The oxygen tank page says Welcome and then nothing.',
  'Agent: may I have your callback number?',
  'Mail comes from mhv-tier3@va.gov and vagov-help@va.gov.',
  'Gateway timeout, user_uuid=null host=vets-api-worker-7',
  'sign in loop 27 again',
  'sign in loop 27 draft again',
  'She cannot sign in with 2FA, uses the library PC.',
])('nothing of the desk is masked or asked about: %s', (text) => {
  expect(scrubbed(text)).toBe(text);
});

it.each([
  ['CSR NOTE;VET=DOMINGUEZ/ARTURO;L4=3391', ['DOMINGUEZ', '3391']],
  ['Vet: TSOSIE, N.  L4:5518  PH:928/555/0177', ['TSOSIE', '5518', '0177']],
  ['Call Mr. Tank back at 919-555-0177.', ['Tank', '0177']],
  ['Her last four is 1415, she called at noon.', ['1415']],
  ['Veteran Welcome Draft, DOB 02/11/1950, cannot sign in.', ['Draft', '02/11/1950']],
  ['Kaarawan 02-11-1950.', ['02-11-1950']],
  ['Mail to june.support@va.gov bounced.', ['june']],
  ['Mail to maria.lopez@va.gov bounced.', ['lopez']],
  ['Per Dr. Ng, NPI 1689774312, the portal shows a wrong provider.', ['1689774312']],
  ['please mail it 2 me: 12 maple, bldg c rm 9, truth or consequences nm', ['maple', 'consequences nm']],
  ['W/U spoke to Price, C.Y.K. to f/u', ['W/U', 'Price']],
  ['Sandra Oh, PC, cannot log in. Phone 404-555-0142', ['Sandra', '0142']],
])('what is somebody’s stays masked beside such words: %s', (text, personal) => {
  expect(personal.filter((value) => scrubbed(text).includes(value))).toEqual([]);
});

it('an everyday word that is hardly believed is asked about where it stands, and masked elsewhere once it is confirmed', () => {
  const text = 'caller saw crown w/ the portal. the crown is back';
  const places = (decisions: Parameters<typeof findingsOfCase>[2]) =>
    findingsOfCase(text, {}, decisions, []).map(({ start, end }) => text.slice(start, end));
  expect(places([])).toEqual(['crown']);
  const confirmed = { decision: 'confirm', start: 11, end: 16, type: 'NAME' } as const;
  expect(places([confirmed])).toEqual(['crown', 'crown']);
});
