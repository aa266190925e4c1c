// What a ticket draws out of the words of a report: whether the site is one of Oracle Health, and the title.
import { describe, expect, it } from 'vitest';
import { readReport } from '../../../electron/core/compose/report-facts.ts';
import { titleFrom } from '../../../electron/core/compose/ticket-draft.ts';
import { titleOrArea } from '../../../electron/core/domain/case-name.ts';

describe('whether a report is of an Oracle Health site', () => {
  it.each([
    ['Oracle site: N', 'No', ''],
    ['Oracle site: No\nBrowser: Edge', 'No', ''],
    ['Oracle site Y/N: n', 'No', ''],
    ['Oracle site (Y/N): N', 'No', ''],
    ['Not an Oracle Health site. Labs are blank.', 'No', ''],
    ['The facility is not on Oracle Health', 'No', ''],
    ["Spokane isn't a Cerner site", 'No', ''],
    ['No Oracle Health site involved', 'No', ''],
    ['Is it Cerner? no', 'No', ''],
    ['Is it Cerner? No, VistA. Labs are blank.', 'No', ''],
    ['Oracle site:\nBrowser: Edge', '', ''],
    ['Oracle site: Y/N', '', ''],
    ['Is this an Oracle Health site? Labs are blank.', '', ''],
    ['Is it Cerner? Yes', 'Yes', ''],
    ['Oracle site: Y', 'Yes', ''],
    ['Oracle site: Y, Walla Walla VAMC', 'Yes', 'Walla Walla VAMC'],
    ['Oracle site: Yes - North Chicago', 'Yes', 'North Chicago'],
    ['Oracle site Y/N: Y\nWhich Oracle site: Northport', 'Yes', 'Northport'],
    ['Oracle site: Spokane', 'Yes', 'Spokane'],
    ['Veteran does not see labs from Cerner', 'Yes', ''],
    ['Cannot open notes of an Oracle Health site', 'Yes', ''],
  ])('%j: %s, %s', (text, oracle, oracleSite) => {
    expect(readReport(text).facts).toMatchObject({ oracle, oracleSite });
  });
});

describe('a title', () => {
  it.each([
    [
      'Veteran [NAME 1] (SSN [SSN], phone [PHONE 1]) cannot send a secure message; the page says error 500.',
      'Cannot send a secure message; the page says error 500',
    ],
    ['Veteran [NAME 1], (DOB [DOB]) reports that refills fail', 'Refills fail'],
    ['Staff user [EMAIL 1]) at Spokane VAMC cannot open the portal', 'At Spokane VAMC cannot open the portal'],
    ['[EMAIL 1]) at Spokane VAMC cannot open it', '[EMAIL 1] at Spokane VAMC cannot open it'],
    ['SSN [SSN], phone [PHONE 1]: cannot send', 'SSN [SSN], phone [PHONE 1]: cannot send'],
    ['(', 'Problem without a description'],
    ['[NAME 1] [PHONE 1].', 'Problem without a description'],
    [
      'The page of the medications says that refills are not available (seen in Chrome and in Edge)',
      'The page of the medications says that refills are not available seen in…',
    ],
  ])('of %j', (text, title) => {
    expect(titleFrom(text)).toBe(title);
  });

  it('is the area of a case whose text names nothing but a person', () => {
    const title = titleFrom('[NAME 1] [PHONE 1].');
    expect(titleOrArea(title, 'Secure Messaging')).toBe('Secure Messaging');
    expect([titleOrArea(title, null), titleOrArea(title, '[NAME 1]')]).toEqual([title, title]);
    expect(titleOrArea('Refills fail', 'Medications')).toBe('Refills fail');
  });
});
