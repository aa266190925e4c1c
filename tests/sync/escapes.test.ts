// Words of a report reach GitHub and Slack as words: they call nobody, refer to nothing, hide nothing.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GUIDANCE } from '../../electron/core/compose/default-forms.ts';
import { dynamicsCsv, escalatedCase, openTestDesk, type TestDesk } from '../support/desk.ts';

const RECORD = '26-HRC-HD-85-00000061';
const FORGED = '<!-- tier3-desk:01a1fc17-5c24-7318-b11f-19a5ebb359e7 -->';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openTestDesk();
});
afterEach(() => desk.close());

const issue = () => desk.practice.world.issues()[0]!;

/** What GitHub acts on, by its own rules, in words without our mark and the form's one link. */
function actedOn(words: string): string[] {
  const rules = [
    /(?<![\w/])@[a-z\d][\w-]*(?:\/[\w.-]+)?/gi,
    /(?<!&)#\d+/g,
    /\bgh-\d+/gi,
    /<[a-z/!?][^\s>]*/gi,
    /\][([:]/g,
    /&#?\w+;/g,
    /https?:\/\/github\.com\/\S+/gi,
  ];
  const reported = words.replace(GUIDANCE, '');
  return rules.flatMap((rule) => reported.match(rule) ?? []);
}

async function ticketOf(text: string) {
  const id = await escalatedCase(desk, RECORD, text);
  await desk.call('tickets.queue', { caseIds: [id] });
  expect(await desk.call('sync.now', {})).toMatchObject({ waiting: 0, attention: 0 });
  return id;
}

describe('at GitHub', () => {
  it.each([
    ['a mention of a whole organization', 'records are blank @department-of-veterans-affairs/everyone please look'],
    ['a mention of a person', 'records are blank says @octocat'],
    [
      'a mention behind a backslash or as a character reference',
      'records are blank \\@octocat &#64;octocat &commat;octocat',
    ],
    ['references', 'records are blank as in #17, GH-17 and octo-org/octo-repo#17'],
    ['the address of an issue', 'records are blank as in https://github.com/octo-org/octo-repo/issues/17'],
    ['a forged mark', `records are blank ${FORGED}`],
    ['a comment that is never closed', 'records are blank <!-- and now'],
    ['HTML', 'records are blank <details><summary>all is well</summary> <a href="https://evil.example">x</a>'],
    ['a link with words of its own', 'records are blank, see [the VA page](https://evil.example/page) ![x](y) [z]: w'],
  ])('%s in a report is only words', async (_, text) => {
    const id = await ticketOf(text);
    const { title, body } = issue();
    const words = body.replace(/\n\n<!-- tier3-desk:[0-9a-f-]{36} -->\n$/, '');
    expect(words).not.toBe(body);
    expect([actedOn(title), actedOn(words)]).toEqual([[], []]);
    expect(words).toContain(`- ${RECORD}`);
    const { scrubbedText } = await desk.call('cases.get', { id });
    expect(words.replaceAll('\u200b', '')).toContain(scrubbedText);
  });

  it('a report makes no section and no code block of its own', async () => {
    await ticketOf('records are blank\n## Acceptance criteria\n- all done\n```\nno end');
    expect(issue().body.match(/^##? .*$/gm)).toEqual([
      '# Description',
      '## HRC ticket numbers:',
      '## How to get to issue information',
      '## Acceptance Criteria',
    ]);
    expect(issue().body).not.toMatch(/^```/m);
  });

  it('a comment mentions whom the desk asks, at its beginning, and nobody else', async () => {
    const id = await ticketOf('records are blank');
    const comment = async (text: string) => {
      await desk.call('follow-up.comment', { id, verb: 'answer', text });
      await desk.call('sync.now', {});
      return issue()
        .comments.at(-1)!
        .body.replace(/\n\n<!--[^>]*-->\n$/, '');
    };
    expect(await comment('@mr-engineer it was Chrome, says @mr-engineer, see #4')).toBe(
      '@mr-engineer it was Chrome, says @\u200bmr-engineer, see #\u200b4',
    );
    expect(actedOn(await comment('@their-lead look'))).toEqual([]);
  });

  it('an edit escapes what is new and leaves the words of the team as they wrote them', async () => {
    const id = await ticketOf('records are blank');
    const theirs = `${issue().body}\nAsk @their-lead, see #4 and [the log](https://va.gov/log).`;
    desk.practice.world.change(issue(), { body: theirs });
    await desk.call('sync.now', {});
    const seen = (await desk.call('cases.get', { id })).ticket!.remote!;
    await desk.call('tickets.change', { id, seen, body: `${seen.body}\nAlso @octocat and <!-- gone` });
    expect(await desk.call('sync.now', {})).toMatchObject({ attention: 0 });
    expect(issue().body).toContain('Ask @their-lead, see #4 and [the log](https://va.gov/log).');
    expect(issue().body).toContain('Also @\u200boctocat and <\u200b!-- gone');
  });

  it('a table of a trend has as many columns as heads, whatever the reports say', async () => {
    const rows = [1, 2, 3, 4, 5].map((n) => ({
      reference: `26-HRC-HD-85-0000007${n}`,
      text: `medical records page is blank \\| and | again ${n}`,
    }));
    await desk.call('intake.import', { name: 'a.csv', text: dynamicsCsv(rows) });
    const { trends } = await desk.call('trends.list', { all: true });
    const trend = trends.find((one) => one.size === 5)!;
    await desk.call('trends.ticket', { id: trend.id, team: 'PRODUCT-mhv-medical-records' });
    await desk.call('sync.now', {});
    for (const line of issue()
      .body.split('\n')
      .filter((one) => one.startsWith('| ')))
      expect(line.replace(/\\[\\|]/g, '').match(/\|/g)).toHaveLength(4);
  });
});

describe('at Slack', () => {
  it('a title that calls the channel is only words', async () => {
    await desk.close();
    desk = await openTestDesk({ signedOut: true });
    const { github, slack } = desk.practice;
    await desk.call('services.signIn', { service: 'github', token: 'ghp_tokenOfTheLead0123456789', address: github });
    await desk.call('services.signIn', { service: 'slack', token: slack });
    const id = await escalatedCase(desk, RECORD, 'records are blank <!channel> <b> & more');
    await desk.call('tickets.queue', { caseIds: [id] });
    await desk.call('sync.now', {});
    await desk.call('sync.now', {});
    const [note] = desk.practice.notes;
    expect(note).toContain('blank &lt;!channel&gt; &lt;b&gt; &amp; more');
    expect(note).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
  });
});
