// What a stranger's texts leaked, and what they were asked about for nothing: addresses without a street, torn and dictated
// e-mail, names that are stated to be names, surnames that are pictures; stations, sizes, years, ids of machines.
import { expect, it } from 'vitest';
import { ASK_BELOW } from '../../../electron/core/domain/pii.ts';
import { findPii } from '../../../electron/core/scrub/find-pii.ts';
import { replaceFindings } from '../../../electron/core/scrub/placeholders.ts';

const scrub = (text: string) => replaceFindings(text, findPii(text));

it.each([
  ['they stay at lot 9, shady acres trailer park.', 'they stay at [ADDRESS 1].'],
  ['she is at space 22, Desert Palms mobile park.', 'she is at [ADDRESS 1].'],
  ['mail to Rt 2 Box 14 please', 'mail to [ADDRESS 1] please'],
  ['mail to highway contract 61 box 12 please', 'mail to [ADDRESS 1] please'],
  ['mail to Star Route 2 Box 114B please', 'mail to [ADDRESS 1] please'],
  ['her mail goes to Route 4, Wewoka OK', 'her mail goes to [ADDRESS 1]'],
  ['the mail to gunny2@\nusmc-vets.org came back', 'the mail to [EMAIL 1] came back'],
  ['the mail to gunny2@ usmc-vets.org came back', 'the mail to [EMAIL 1] came back'],
  ['the email is r as in romeo kincaid 52 at gmail', 'the email is [EMAIL 1]'],
  ['the email is ann lee 52 at gmail dot com', 'the email is [EMAIL 1]'],
  ['USER_EMAIL=a carvalho at windstream dot net', 'USER_EMAIL=[EMAIL 1]'],
  ['HOLIDAY WANTS LABS. HOLIDAY IS HIS LAST NAME.', '[NAME 1] WANTS LABS. [NAME 1] IS HIS LAST NAME.'],
  ['his surname: Winters; middle initial Q', 'his surname: [NAME 1]; middle initial [NAME 2]'],
  ['{"given":["Ilse","M"],"family":"Root"}', '{"given":["[NAME 1]","[NAME 2]"],"family":"[NAME 3]"}'],
  ["D'Shawn Ng tried twice. Ng is upset", '[NAME 1] tried twice. [NAME 2] is upset'],
  ['the chart under svc no RA 16 884 201 is old', 'the chart under svc no [OTHER 1] is old'],
  ['the kit went to 5508 N Kimball #2F, Chicago 60625', 'the kit went to [ADDRESS 1]'],
  ['he is a hundred and one and he wants his labs', 'he is [AGE] and he wants his labs'],
  ['DOB 1/2/51 for Olga Ready, a caller', 'DOB [DOB] for [NAME 1], a caller'],
  ['DOB 1/2/51 in MPI for Tidiane A Sow, SOW,AMADOU T; both', 'DOB [DOB] in MPI for [NAME 1]; both'],
  ['ssn 518-41-0093 of fabian nmn not afraid is wrong', 'ssn [SSN] of [NAME 1] [NAME 2] is wrong'],
  ['call 544.708.5874x067 or 544.708.5874x2210', 'call [PHONE 1] or [PHONE 2]'],
  ['mail it to 28342 N Martin Luther King Cir Spc 41', 'mail it to [ADDRESS 1]'],
  ["call the nurse's station 860 255-6515", "call the nurse's station [PHONE 1]"],
  ['L4 8812 records missing', 'L4 [SSN LAST4] records missing'],
  ['Served in Vietnam, born 1946.', 'Served in Vietnam, born [DOB].'],
  ['Mr. and Mrs. Comes At Night are out', 'Mr. and Mrs. [NAME 1] are out'],
  ['HER MAIDEN NAME WAS DES WOLNY, VERA', 'HER MAIDEN NAME WAS [NAME 1]'],
  ['the owner is schoen-usn and nobody else', 'the owner is [NAME 1] and nobody else'],
])('%s', (text, expected) => {
  expect(scrub(text)).toBe(expected);
});

it.each([
  'What is his last name? The last name field is blank.',
  'set customer_display=Blank',
  '"applicant_person": "Blank Page"',
  'The Jackson VAMC 586 and facility 687 show no labs.',
  'Request rejected, support ID 1827733.',
  'I served from 1969 to 1972 overseas.',
  'A screen of 1366 x 768 or 1440 x 900 cuts the button.',
  '7733 rows were exported',
  'It shall work by Christmas Eve.',
  'Search by last name, then first name.',
  'Mail it to the Evidence Intake Center, PO Box 4444, Janesville, WI 53547-4444',
  'Location: https://www.va.gov/my-health?postLogin=true',
  'The Elizabeth Dole Act banner is approved.',
  '555-55-5555 is refused, as is 000-000-0000',
  'the chart says jan-dec where it was dec-jan',
  'She never could pass LOA3.',
  'Closed on Martin Luther King Day.',
  'See https://github.com/department-of-veterans-affairs/va.gov-team/issues/138586 first.',
  'The page https://www.va.gov/find-locations/?facilityType=health&zoom=9 stays gray.',
])('%s stays', (text) => {
  expect(scrub(text)).toBe(text);
});

it('a name that stands alone is asked about, and one beside other things of somebody is masked', () => {
  const confidences = (text: string) => findPii(text).map(({ confidence }) => confidence < ASK_BELOW);
  expect(confidences('Plain text is the Flesch-Kincaid grade of Trixie')).not.toContain(false);
  expect(confidences('Trixie Flesch-Kincaid, DOB 03/04/1951')).toEqual([false, false]);
});

it('words beside each other that are asked about are one question', () => {
  const text = 'Yung asawa ko si Rodel di makita ang lab results nya';
  const asked = findPii(text).filter(({ confidence }) => confidence < ASK_BELOW);
  for (const [at, one] of asked.entries()) {
    const next = asked[at + 1];
    if (next !== undefined) expect(text.slice(one.end, next.start)).toMatch(/[a-z]/);
  }
});

it("anybody's box is nobody else's", () => {
  expect(scrub('lives at PO Box 4444, Reno NV 89501')).toBe('lives at [ADDRESS 1]');
});

it('the label of a birth date in dotted letters is nobody', () => {
  expect(scrub('D.O.B...02/29/1960')).toBe('D.O.B...[DOB]');
});
