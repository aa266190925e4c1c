// Personal values in disguise: written so that neither their shape nor their label is plain. Each must be masked whole, and
// what stands around it must stay.
import { describe, expect, it } from 'vitest';
import { ASK_BELOW } from '../../../electron/core/domain/pii.ts';
import { findPii } from '../../../electron/core/scrub/find-pii.ts';

/** What stands in the text as written, and every part of it that must be covered. */
const DISGUISED: readonly (readonly [kind: string, text: string, ...hidden: string[]])[] = [
  ['invisible characters', 'The number is 5\u200b1\u200b8-41-00\u200b93 as he said', '5\u200b1\u200b8-41-00\u200b93'],
  ['soft hyphens', 'Called about 518\u00ad-41\u00ad-0093 today', '518\u00ad-41\u00ad-0093'],
  ['wide digits', 'Her social: ５１８-４１-００９３, she says', '５１８-４１-００９３'],
  ['digits of another script', 'SSN ٥١٨-٤١-٠٠٩٣ from the form', '٥١٨-٤١-٠٠٩٣'],
  ['circled digits', 'SSN ⑤①⑧-④①-⓪⓪⑨③ in the chat', '⑤①⑧-④①-⓪⓪⑨③'],
  ['styled letters', 'My name is 𝐉𝐨𝐡𝐧 𝐒𝐦𝐢𝐭𝐡 and the page is blank', '𝐉𝐨𝐡𝐧', '𝐒𝐦𝐢𝐭𝐡'],
  ['odd spaces', 'Reach me: (303)\u00a0555\u20090142, evenings', '(303)\u00a0555\u20090142'],
  ['odd hyphens', 'It was 518‑41‒0093 on the card', '518‑41‒0093'],
  ['letters of another alphabet', 'Veteran Jоhn Smіth called twice', 'Jоhn', 'Smіth'],
  ['letters for digits', 'SSN 5l8-4I-OO93 by scan', '5l8-4I-OO93'],
  ['HTML entities', 'call 303&#8209;555&#x2d;0142 please', '303&#8209;555&#x2d;0142'],
  ['entities encoded twice', 'mail jane.roe&amp;#64;aol&period;com bounced', 'jane.roe&amp;#64;aol&period;com'],
  ['HTML tags', 'SSN <b>518</b>-41-<i>0093</i> was typed', '518</b>-41-<i>0093'],
  ['percent encoding', 'next=jane%2Eroe%40aol%2Ecom&dob%3D04%2F12%2F1950', 'jane%2Eroe%40aol%2Ecom', '04%2F12%2F1950'],
  ['quoted-printable', 'Quoted:\nSSN=3D518=2D41=\n=2D0093 arrived', '518=2D41=\n=2D0093'],
  ['quoted signs alone', 'the log has 518=2D41=2D0093 in it', '518=2D41=2D0093'],
  ['Markdown inside a number', 'It reads **518**-41-0093 there', '518**-41-0093'],
  ['Markdown inside a name', 'Veteran J**oh**n Smi**th** called', 'J**oh**n', 'Smi**th'],
  ['Markdown escapes', 'SSN 518\\-41\\-0093 pasted', '518\\-41\\-0093'],
  ['a name broken at the end of a line', 'My name is John Schmel-\ner and the list is blank', 'John Schmel-\ner'],
  ['a number broken at the end of a line', 'SSN 518-41-\n0093 and the list is blank', '518-41-\n0093'],
  ['base64', 'header x-id NTE4LTQxLTAwOTM= was sent', 'NTE4LTQxLTAwOTM='],
  ['hexadecimal', 'payload 3531382d34312d30303933 was sent', '3531382d34312d30303933'],
  ['letters spelled one by one', 'last name is S m i t h on the card', 'S m i t h'],
  ['letters with hyphens', 'spelled T-U-I-A-S-O on the card', 'T-U-I-A-S-O'],
  ['the alphabet of radio', 'name is Sierra Mike India Tango Hotel over', 'Sierra Mike India Tango Hotel'],
  [
    'letters "as in"',
    'it is S as in Sam, M as in Mary, Y as in Yak, T as in Tom',
    'S as in Sam, M as in Mary, Y as in Yak, T as in Tom',
  ],
  [
    'digits as words',
    'my social is five one eight, four one, zero zero nine three thanks',
    'five one eight, four one, zero zero nine three',
  ],
  [
    'double and oh',
    'callback three oh three double five five oh one four two',
    'three oh three double five five oh one four two',
  ],
  ['digits one by one', 'SSN: 5 1 8 4 1 0 0 9 3, he read', '5 1 8 4 1 0 0 9 3'],
  ['a date in words', 'born on April twelfth, nineteen fifty-two in Ohio', 'April twelfth, nineteen fifty-two'],
  ['a feast for a birth date', 'Mom was born on New Year’s Day 1949 at home', 'New Year’s Day 1949'],
  ['a birth date in numbers only', 'date of birth is ten twelve forty eight ok', 'ten twelve forty eight'],
  [
    'digits with hesitation',
    'social seven two one, um, five five, er, oh nine one two',
    'seven two one, um, five five, er, oh nine one two',
  ],
  ['digits in groups', 'he read out 7 2 1, 5 5, 0 9 1 2 to me', '7 2 1, 5 5, 0 9 1 2'],
  ['the last four told', 'ssn ending in double nine four one', 'double nine four one'],
  ['the last four apart', 'SSN ends with 7-0-1-8 he said', '7-0-1-8'],
  ['letters in a phone', 'Tel (4O2) 555-O188 on the scan', '(4O2) 555-O188'],
  ['a calle', 'Vive en Calle Roble 118, Urb. Los Pinos', 'Calle Roble 118, Urb. Los Pinos'],
  ['a box and its town', 'mail to box 47, Dulce, NM 87528 please', 'box 47, Dulce, NM 87528'],
  ['a road of a county', 'we are on Township Road 318 past the mill', 'Township Road 318'],
  ['who speaks in a chat', 'faith (10:02): hello\nchase (10:03): hi', 'faith', 'chase'],
  ['a family before a comma', 'From: Sees Far,Wilbur J', 'Sees Far,Wilbur J'],
  ['escaped JSON', '{\\"ssn\\":\\"518-41-0093\\",\\"dob\\":\\"04\\/12\\/1950\\"}', '518-41-0093', '04\\/12\\/1950'],
  ['keys of JSON', '{"veteranFirstName":"Zuzanna","birth_date":"19500412"}', 'Zuzanna', '19500412'],
  ['XML', '<caller><fullName>Zuzanna Brawicz</fullName><dob>4.12.50</dob></caller>', 'Zuzanna Brawicz', '4.12.50'],
  ['HL7', 'PID|1||1008714701V416111^^^USVHA||Nitzsche^Yasmin||19500412|F', '1008714701V416111', '19500412'],
  [
    'HL7, a next of kin and a doctor',
    'MSH|^~\\&|VISTA|500|MHV|200|20260412||ADT^A04|99|P|2.3\rPID|1|5000000123|2483193||DOE^JANE^^^MRS||19471103|F|||44 ELM ST^APT 2^BOISE^ID^83702\rNK1|1|DOE^MARK^^^|SPO|12 Pine Rd^^Mesa^AZ^85201|2085550142\rPV1|1|O|CLINIC A^^^500||||1234^SMITH^ALAN^^^MD',
    '5000000123',
    '2483193',
    'DOE^JANE',
    '19471103',
    '44 ELM ST^APT 2^BOISE^ID^83702',
    'DOE^MARK',
    '12 Pine Rd^^Mesa^AZ^85201',
    '2085550142',
    '1234^SMITH^ALAN',
  ],
  [
    'HL7, several numbers of one person',
    'PID|1||1008714701V416111^^^USVHA^NI~518410093^^^USSSA^SS||Brawicz^Zuzanna^Q||19500412|F|||||(918)555-0142|||M||40071823|518-41-0093',
    '1008714701V416111',
    '518410093',
    'Brawicz^Zuzanna^Q',
    '19500412',
    '(918)555-0142',
    '40071823',
    '518-41-0093',
  ],
  ['HL7, who pays', 'GT1|1||BRAWICZ^JAN||PO BOX 9^^ERIE^PA^16501|8145550142', 'BRAWICZ^JAN', 'PO BOX 9^^ERIE^PA^16501'],
  ['initials with dots', 'cc X.J.E. and R.A.P. on the follow up', 'X.J.E.', 'R.A.P.'],
  ['a name in letters of its own', 'Dr. 박 says to call 지훈 back', '박', '지훈'],
  ['columns of a table', 'DFN\tName\tReason\n2483193\tZuzanna Brawicz\tdup record', '2483193', 'Zuzanna Brawicz'],
  ['CSV', 'ticket,last4,dob\nnone,5145,2-6-60\nnone,7804,1960-09-17', '5145', '2-6-60', '7804', '1960-09-17'],
  [
    'only slashes between',
    'Callback - soc/821/38/8393/dob/1959-05-29/ph/303-490-9270',
    '821/38/8393',
    '1959-05-29',
    '303-490-9270',
  ],
  ['a question and its answer', 'Agent: What is your date of birth?\nCaller: 4.12.1950', '4.12.1950'],
  ['last four, answered below', 'Agent: And the last four of your social?\nCaller: 7741', '7741'],
  ['a label behind the value', '123-45-6789 is his SSN, 54211747 is his chart', '123-45-6789', '54211747'],
  ['a label some words before', 'DFN on the first printout 4071462, on the second 2192783', '4071462', '2192783'],
  [
    'Spanish labels',
    'Cuenta 361751832096, ruta 067192393, los últimos cuatro 8357',
    '361751832096',
    '067192393',
    '8357',
  ],
  ['a plural with a list', 'MRNs 26054936, 12848379 and 10276667 are one person', '26054936', '12848379', '10276667'],
  ['user names', 'locked: smithj4, vhaabcsmithj and brawicz_usmc', 'smithj4', 'vhaabcsmithj', 'brawicz_usmc'],
  ['a city without a comma', 'mailed to New Orin TN 02229 last week', 'New Orin TN 02229'],
  ['a claim number with spaces', 'She says my claim, hold on, 241 645 582, is late', '241 645 582'],
  ['a prescription number with a letter', 'refill by phone of 5760132J failed', '5760132J'],
  [
    'the same number without its label',
    'SSN 518410093 is wrong in VistA. Search for 518-41-0093 or 0093 there',
    '518410093',
    '518-41-0093',
    '0093',
  ],
  ['digits one by one in groups', '1 2 3 - 4 5 - 6 7 8 9 is the social he gave', '1 2 3 - 4 5 - 6 7 8 9'],
  ['nine digits in any groups', 'ssn: 12 34 56 789, his full social is 321-456-789', '12 34 56 789', '321-456-789'],
  ['a digit in a word', 'SSN one23-45-6789', 'one23-45-6789'],
  ['a date as it is said', 'DOB March the 4th of 51', 'March the 4th of 51'],
  [
    'a date with half a year',
    "his birthday is February 4th, '35, hers Nov. the 30th '62",
    "February 4th, '35",
    "Nov. the 30th '62",
  ],
  ['a year as it was said', 'born July 31, nineteen and forty-three', 'July 31, nineteen and forty-three'],
  ['a box on a rural route', 'mail to RR2 Bx 118 came back', 'RR2 Bx 118'],
  ['a prescription run together', 'crossed out RX0109102 on the label', 'RX0109102'],
  ['digits that count up inside a number', 'the vet read 5 1 2 3 4 7 8 9 0 to me', '5 1 2 3 4 7 8 9 0'],
  ['digits that count up before their label', 'she says 1 2 3 4 5 6 7 8 9 is her SSN', '2 3 4 5 6 7 8 9'],
  ['digits that count up behind their label', 'his DFN by phone: 2 3 4 5 6 7', '2 3 4 5 6 7'],
  ['four digits that count up', 'it is 1 2 3 4 for her', '1 2 3 4'],
  ['a street without its kind', 'he lives at 44 Elm and cannot log in', '44 Elm'],
];

const ORDINARY = [
  'Steps 1 2 3 4 5 6 7 8 9 of the wizard fail, two23 users say so',
  'Only 7 of 37 immunizations show, error 1 2 3 4 5 6 7, C:\\new\\tickets at 200% zoom',
  'Error 1 2 3 4 5 6 7 8 9 again on tabs 4, 5, 6, 7, 8',
  'Outage 10/28/2026 to 11.02.2026, release 9.10.44, build 20261028, PR #82697, ticket 50477123',
  'Q & A: U.S.A., A/B/C test, 5 * 3 * 2 = 30, a_b_c, x=2, snake_case_name and kebab-case-name',
  'The well-\nknown page <b>stays</b> blank; **bold** and _soft_ &amp; `code` are fine',
  'Please call the Veterans line, one two three times a day, on form 21-526EZ, step 2 of 12',
  'Case mgr spoke w/ staff, error 001 at sign in and 003 on retry, stuck at VA.gov w/ login',
  'Outage 9/3 and 9/5, iPhone on build 22A3370, page down for over 2 weeks',
  'OUTAGE OVER 2 WEEKS AT BROWNING CBOC, CHEST X-RAY OF HEPATITIS C MISSING',
  'Dallas users and the Browning CBOC cannot refill Allegra; X-ray and hep C labs are missing',
  'The 82nd Airborne and VISN 12 call 877-699-4401; unit b for him and c for me',
  'MSH|^~\\&|VISTA|500|MHV|200|20260412||ACK^A04|99|P|2.3',
  'My HealtheVet and VA.gov stay blank; reported 1970-01-01 00:00 UTC',
];

describe('disguised values', () => {
  it.each(DISGUISED)('%s', (_, text, ...hidden) => {
    const found = findPii(text);
    for (const value of hidden) {
      const start = text.lastIndexOf(value);
      expect(start).toBeGreaterThanOrEqual(0);
      for (let at = start; at < start + value.length; at += 1)
        if (/[\p{L}\p{N}]/u.test(text[at] ?? ''))
          expect([value, text[at], found.some((one) => one.start <= at && at < one.end)]).toEqual([
            value,
            text[at],
            true,
          ]);
    }
  });

  it.each(ORDINARY)('leaves %j alone', (text) => {
    const sure = findPii(text).filter(({ confidence }) => confidence >= ASK_BELOW);
    expect(sure.map(({ start, end }) => text.slice(start, end))).toEqual([]);
  });
});
