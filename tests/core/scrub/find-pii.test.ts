// The scrubber through its own door. What must be masked, what must stay, and that offsets are true.
import { describe, expect, it } from 'vitest';
import { findPii } from '../../../electron/core/scrub/find-pii.ts';
import { checkPii } from '../../../electron/core/scrub/pii-check.ts';
import { replaceFindings } from '../../../electron/core/scrub/placeholders.ts';
import { masked, reviewFindings } from '../../../electron/core/scrub/review.ts';

const scrub = (text: string, hints = {}) => replaceFindings(text, findPii(text, hints));

describe('what is masked', () => {
  it.each([
    ['SSN 518-41-0093', 'SSN [SSN]'],
    ['ssn 139.81.3039 please', 'ssn [SSN] please'],
    ['my social is 633293846 and', 'my social is [SSN] and'],
    ['SSN 000-12-3456', 'SSN [SSN]'],
    ['last 4 8580 unable', 'last 4 [SSN LAST4] unable'],
    ['DOB 08/23/1979.', 'DOB [DOB].'],
    ['born Jan 4, 1975.', 'born [DOB].'],
    ['born on the fifth of May here', 'born on [DOB] here'],
    ['dob 10 Aug. 1989', 'dob [DOB]'],
    ["i was born in '52 and", 'i was born in [BIRTH YEAR] and'],
    ['Callback (303) 555-0142.', 'Callback [PHONE 1].'],
    ['Callback 808/799-9236 ext 12', 'Callback [PHONE 1]'],
    ['Callback 2027714371.', 'Callback [PHONE 1].'],
    ['mail jane.doe@va.gov now', 'mail [EMAIL 1] now'],
    ['mail john . smith at gmail dot com now', 'mail [EMAIL 1] now'],
    ['ICN 1008714701V416111', 'ICN [ICN]'],
    ['EDIPI: 2799951897/Issue', 'EDIPI: [EDIPI]/Issue'],
    ['Rx 50668618B refill', 'Rx [RX 1] refill'],
    ['account 242159000663 routing 088805643.', 'account [ACCOUNT] routing [ROUTING].'],
    ['card 2683-2846-3937-0881 but', 'card [CARD 1] but'],
    ['IP was 87.221.207.58.', 'IP was [IP].'],
    ['MAC 31:d0:09:35:c6:b4.', 'MAC [MAC].'],
    ['lives at PSC 160 Box 6884, APO AE 09459 now', 'lives at [ADDRESS 1] now'],
    ['ship to 10074 N Broadway Ave Ste 200 please', 'ship to [ADDRESS 1] please'],
    ['at 7002 S. Matoušek Pkwy Lot 7 now', 'at [ADDRESS 1] now'],
    ['password is SemperFi85# can', 'password is [SECRET] can'],
    ['at https://eauth.va.gov/cb?token=abc&user=kellie after', 'at [URL 1] after'],
    ['Veteran Hope Bins called.', 'Veteran [NAME 1] called.'],
    ['Caller Pham, Kimberly P, last 4 4887: loops', 'Caller [NAME 1], last 4 [SSN LAST4]: loops'],
    ['Hi this is Jessica, it fails', 'Hi this is [NAME 1], it fails'],
    ['DR. SANCHEZ SAYS NO', 'DR. [NAME 1] SAYS NO'],
    ['call five four one 5550199', 'call [PHONE 1]'],
    ['ssn four one eight 669027', 'ssn [SSN]'],
    ['pt is age ninety one', 'pt is age [AGE]'],
    ['he is one hundred and one.', 'he is [AGE].'],
    ['last 4 of soc is double oh seven nine', 'last 4 of soc is [SSN LAST4]'],
    ["the vet's SSN in bytes: 418669027", "the vet's SSN in bytes: [SSN]"],
    ['NPI: 418669027', 'NPI: [SSN]'],
    ['reach the office at ext x44817', 'reach the office at ext [PHONE 1]'],
    ['wristband MRN845521 ok', 'wristband [MRN] ok'],
    ['IT MUST BE ON OUR END DOB 1-24-78 SSN 205078965', 'IT MUST BE ON OUR END DOB [DOB] SSN [SSN]'],
  ])('%s', (text, expected) => {
    expect(scrub(text)).toBe(expected);
  });

  it('finds what the source gave as fields, in any form', () => {
    const hints = { name: "Oluwaseun O'Brien Jr.", phone: '(303) 555-0142 ext 7', email: 'seun.obrien@aol.com' };
    expect(scrub("oluwaseun said; O'BRIEN's records; 3035550142; seun.obrien", hints)).toBe(
      "[NAME 1] said; [NAME 2]'s records; [PHONE 1]; [EMAIL 1]",
    );
  });

  it('finds a name that was sure once wherever its parts stand', () => {
    expect(scrub('Veteran: Delphine Okpara called. delphine said it is blank, okpara agreed.')).toBe(
      'Veteran: [NAME 1] called. [NAME 2] said it is blank, [NAME 3] agreed.',
    );
  });

  it('gives the same value the same placeholder', () => {
    expect(scrub('Callback (303) 555-0142 or 303.555.0199, best 303-555-0142')).toBe(
      'Callback [PHONE 1] or [PHONE 2], best [PHONE 1]',
    );
  });
});

describe('what stays', () => {
  it.each([
    'Stuck at ID.me after entering the code, signed in at login.gov before',
    'record 26-HRC-HD-18-36879449 and HRC-HD-V1-0000402119 and INC41522242',
    'same as 26-HRC-CC-18-36879449, 25-hrc-bt-07-00412233, HRC-CC-V1-0000402119 and HRC-HD-V1-0402119',
    'again RITM012345 and 260911-004512, typed short as 26-HRC-HD-18-368794',
    'thread 1757085956.417299 at 2026-09-07T22:36:20Z',
    'Tried Chrome 141.0.7390.55 and Edge 7.54.5 on Windows 11',
    'Only 7 of 37 immunizations are showing, error 110',
    'It went to 12 pages twice',
    'request f1976fab-d7cd-4d5c-bb33-a387680c29e3 failed',
    'The page https://www.va.gov/my-health/medical-records stays blank',
    'Outage on 10/28/2026 from 9:00 AM to 11:30 AM',
    'prescription list blank since May. Will try again in April.',
    'failed with ERR_518410093, MHV518410093 and abc5184100931 again',
    'Placeholders stay: [NAME 1], [SSN], [PHONE 2]',
    'Restart at 0400 CT, back from 22:00 CT Saturday to 02:00 CT Sunday',
    'See 38 U.S.C. 5103 and 38 CFR 3.156',
    'Image tag 2026.11.3-rc2 is stuck at "Waiting for rollout"',
    'he is one hundred percent disabled, NPI 1234567893, content-length: 418669027',
    'The crisis line is 988, the text line is 838255.',
    'The download ends with 0x8007000E and 0xC0000142',
    'pattern ^\\d\\d\\d-\\d\\d-\\d\\d\\d\\d$ lets it through',
  ])('%s', (text) => {
    expect(scrub(text)).toBe(text);
  });
});

describe('the reviewer', () => {
  const text = 'Hi this is Jessica, menu Home is broken';
  const found = findPii(text);

  it('clears a finding, and it stays in the list as cleared', () => {
    const { start, end } = found[0]!;
    const reviewed = reviewFindings(found, [{ start, end, decision: 'clear', type: 'NAME' }]);
    expect(reviewed[0]).toMatchObject({ decision: 'cleared' });
    expect(replaceFindings(text, masked(reviewed))).toBe(text);
  });

  it('adds a span, which wins over what was found under it', () => {
    const start = text.indexOf('menu');
    const reviewed = reviewFindings(found, [{ start, end: start + 9, decision: 'add', type: 'OTHER' }]);
    expect(replaceFindings(text, masked(reviewed))).toBe('Hi this is [NAME 1], [OTHER 1] is broken');
  });
});

describe('the verdict', () => {
  it('passes scrubbed text and names what is left by kind and place', () => {
    expect(checkPii(scrub('SSN 518-41-0093'))).toMatchObject({ clean: true });
    expect(checkPii('SSN 518-41-0093')).toMatchObject({
      clean: false,
      findings: [{ type: 'SSN', start: 4, end: 15 }],
    });
  });
  it('looks for a birthday that was found before, and not in the middle of another date', () => {
    const known = [{ type: 'DOB', value: '11/24', confidence: 0.9, detector: 'masked-in-case' }] as const;
    expect(checkPii('The card says 11/24 on it', { known }).clean).toBe(false);
    expect(checkPii('Date/time of issue: 11/24/2026 9:15 AM ET', { known }).clean).toBe(true);
  });
  it('excuses only what was cleared, and looks for the reporter', () => {
    expect(checkPii('Hi this is Jessica', { cleared: ['jessica'] }).clean).toBe(true);
    expect(checkPii('the bell rings', { people: [{ name: 'Maria Bell' }] }).clean).toBe(false);
  });
});

describe('mentions', () => {
  const context = { logins: ['Kelly-Lein', 'smith'] };
  it('of logins the directory knows pass, and nothing else that reads like a name', () => {
    expect(checkPii('@kelly-lein please look', context).clean).toBe(true);
    expect(checkPii('@kelly-lein please look', {}).clean).toBe(false);
    expect(checkPii('@kelly-lein please call Kelly-Lein Jones', context).clean).toBe(false);
    expect(checkPii('My name is Smith', context).clean).toBe(false);
  });
});
