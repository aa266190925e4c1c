// Which problem a report tells of, which team owns it, and which reports are the same: in other words than the lexicon's.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runThrough } from '../../../electron/core/intake/steps.ts';
import { fastPath } from '../../../electron/core/route/fast-path.ts';
import { readProblem } from '../../../electron/core/route/read-problem.ts';
import { routeCase } from '../../../electron/core/route/route.ts';
import { growthOf } from '../../../electron/core/trends/growth.ts';
import { ProblemGroups } from '../../../electron/core/trends/problem-groups.ts';
import { findUnforeseen } from '../../../electron/core/trends/unforeseen.ts';
import { DIRECTORY, ROOT } from '../../support/desk.ts';

const team = (text: string, area: string | null = null) => routeCase(text, area, DIRECTORY).team;

describe('a route', () => {
  it.each([
    ["can't DL my records", 'PRODUCT-mhv-medical-records'],
    ['report download errors out', 'PRODUCT-mhv-medical-records'],
    ['the CT scan of my knee will not open', 'PRODUCT-mhv-medical-records'],
    ['flu shots from last year are not there', 'PRODUCT-mhv-medical-records'],
    ['cannot renew my pills online', 'mhv-medications'],
    ['package number for my meds never shows', 'mhv-medications'],
    ['my doctor is not in the recipient list', 'MHV-Secure-Messaging'],
    ['reply button does nothing', 'MHV-Secure-Messaging'],
    ['nurses cannot open the triage group', 'Liferay/SM Clinician Portal'],
    ['the login code never comes', 'Identity'],
    ['after I sign in, my list of medicines is empty', 'mhv-medications'],
    ['the lab result from my last appointment is not posted', 'PRODUCT-mhv-medical-records'],
    ['warfarin is gone from the page', 'mhv-medications'],
    ['screen reader says nothing on the start page', 'mhv-horizon'],
    ['Language goes back to English', 'mhv-horizon'],
    ['cannot set a staff member to opt in, SM administrative portal shows 0 selected', 'Liferay/SM Clinician Portal'],
    ['it is all broken', null],
  ])('%s → %s', (text, label) => {
    expect(team(text)).toBe(label);
  });

  it('tells appointments as out of scope', () => {
    expect(routeCase('cannot reschedule my video visit', null, DIRECTORY)).toMatchObject({
      team: null,
      outOfScope: true,
      belongsTo: 'Appointments (#appointments-team)',
    });
    expect(routeCase('his travel claim shows an error', null, DIRECTORY)).toMatchObject({
      outOfScope: true,
      belongsTo: 'VA.gov Tier III at the contact center',
    });
  });

  it('believes the words before the area an agent picked, and the area where the words say nothing', () => {
    expect(team('refill button is grey', 'Secure Messaging, Inbox')).toBe('mhv-medications');
    expect(team('it does not work', 'Medications, Refill')).toBe('mhv-medications');
  });

  it('says why, and follows the directory', () => {
    expect(routeCase('refill fails', null, DIRECTORY).because).toBe('refills fail: “refill”');
    const moved = DIRECTORY.map((one) => (one.label === 'mhv-medications' ? { ...one, covers: [] } : one));
    expect(routeCase('refill fails', null, moved)).toMatchObject({
      team: null,
      because: expect.stringContaining('no team covers'),
    });
  });
});

describe('groups', () => {
  const open = (merged = new Map<string, string>()) => new ProblemGroups(merged, (words) => words.join('-'));
  const join = (groups: ProblemGroups, ...texts: string[]) =>
    texts.map((text) => groups.join({ text, area: null }).problem);

  it('hold the same problem in other words, the same every time', () => {
    const texts = ['refill fails', "can't DL my records", 'REFILL of my rx errors', 'report download errors out'];
    const [a, b, c, d] = join(open(), ...texts);
    expect([a === c, b === d, a === b]).toEqual([true, true, false]);
    expect(join(open(), ...texts)).toEqual([a, b, c, d]);
  });

  it('tell renewals from refills', () => {
    const [refill, renewal] = join(open(), 'refill fails', 'RENEWAL of my rx errors');
    expect(renewal).not.toBe(refill);
  });

  it('put unknown problems together by the rare words they share, and say which', () => {
    const groups = open();
    const [a] = join(groups, 'the zebra banner covers the footer');
    expect(groups.join({ text: 'zebra banner over footer again', area: null })).toMatchObject({
      problem: a,
      because: expect.stringContaining('“zebra”, “banner”'),
      opens: null,
    });
    expect(join(groups, 'quokka page has wrong font')).not.toEqual([a]);
  });

  it('learn from what a person moved, before the lexicon', () => {
    const groups = open();
    groups.learn({ text: 'refill page shows the zebra banner', area: null }, 'banners');
    expect(groups.join({ text: 'zebra banner on refill page', area: null })).toMatchObject({
      problem: 'banners',
      because: expect.stringContaining('like one moved by hand'),
    });
    expect(join(groups, 'refill fails')).toEqual(['rx-refill']);
  });

  it('follow a merge, also of merges, and never in a circle', () => {
    const merged = new Map([
      ['rx-refill', 'pills'],
      ['pills', 'meds'],
      ['meds', 'rx-refill'],
    ]);
    expect(join(open(merged), 'refill fails')).toEqual(['meds']);
  });
});

describe('growth', () => {
  const DAY = 86_400_000;
  const rule = { count: 5, windowDays: 30, urgentPerDay: 10 };
  const NOW = 400 * DAY;
  const daysAgo = (...days: number[]) => days.map((day) => NOW - day * DAY);

  it('is a trend at the fifth report within the window, and not with the fourth', () => {
    expect(growthOf(daysAgo(1, 2, 3, 4), rule, NOW).isTrend).toBe(false);
    expect(growthOf(daysAgo(1, 2, 3, 4, 5), rule, NOW).isTrend).toBe(true);
    expect(growthOf(daysAgo(1, 2, 3, 4, 40), rule, NOW).isTrend).toBe(false);
    expect(
      growthOf(
        Array.from({ length: 10 }, () => NOW),
        rule,
        NOW,
      ).isUrgent,
    ).toBe(true);
  });

  it('jumps when it goes far faster than its own past', () => {
    const past = daysAgo(20, 25, 30, 35, 40);
    expect(growthOf([...past, ...daysAgo(0, 0, 0, 1, 1)], rule, NOW)).toMatchObject({ jumps: true });
    expect(growthOf([...past, ...daysAgo(1)], rule, NOW)).toMatchObject({ jumps: false });
    expect(growthOf(daysAgo(0, 0, 1), rule, NOW).pace).toBeNull();
  });

  it('counts days from now backwards, the last ending now', () => {
    const { days, firstAt, lastAt } = growthOf(daysAgo(0.5, 0.6, 1.5, 13.5, 20), rule, NOW);
    expect([days.at(-1), days.at(-2), days[0], days.reduce((a, b) => a + b)]).toEqual([2, 1, 1, 4]);
    expect([firstAt, lastAt]).toEqual([NOW - 20 * DAY, NOW - 0.5 * DAY]);
  });
});

describe('the sample exports', () => {
  it('of practice find a team or out of scope for nearly all', () => {
    const text = readFileSync(join(ROOT, 'resources', 'samples', 'dynamics.csv'), 'utf8');
    const rows = text
      .split('\n')
      .slice(1)
      .filter((line) => line.length > 40);
    const open = rows.filter((row) => {
      const { team: label, outOfScope } = routeCase(row, null, DIRECTORY);
      return label === null && !outOfScope;
    });
    expect(open.length / rows.length).toBeLessThan(0.05);
  });
});

describe('problems nobody foresaw', () => {
  const settle = (cases: { text: string; problem: string | null }[], announced: readonly string[] = []) =>
    runThrough(
      findUnforeseen(
        cases.map((one, at) => ({ id: String(at), area: null, ...one })),
        (words) => words.join('-'),
        new Set(announced),
      ),
    );
  const ONES = [
    'the goldfish mascot covers the footer',
    'a goldfish swims over the footer since the update',
    'goldfish picture sits on top of the footer links',
    'footer is hidden behind that goldfish',
    'cannot reach the footer, goldfish in front of it',
  ];
  const OTHERS = ['sunrise banner plays loud music', 'music starts with the sunrise banner', 'loud banner music'];

  it('become one each, named after what they share, and stay it when more come', () => {
    const first = settle([...ONES, ...OTHERS].map((text) => ({ text, problem: null })));
    const of = new Map(first.settled.map(({ id, problem }) => [id, problem]));
    expect(new Set(ONES.map((_, at) => of.get(String(at)))).size).toBe(1);
    expect(of.get('7')).not.toBe(of.get('0'));
    expect(first.found.map(({ words }) => words.slice(0, 2).sort())).toContainEqual(['footer', 'goldfish']);
    expect(first.settled[0]?.because).toMatch(/5 reports are alike in .*“goldfish”/);
    const now = [...ONES, ...OTHERS].map((text, at) => ({ text, problem: of.get(String(at)) ?? null }));
    const more = settle([...now, { text: 'goldfish blocks footer buttons', problem: null }]);
    expect(more.settled).toEqual([expect.objectContaining({ id: '8', problem: of.get('0') })]);
    expect(more.found).toEqual([]);
  });

  it('stay the trend that was announced, under its name, when more come', () => {
    const now = ONES.map((text) => ({ text, problem: 'lexicon-footer' }));
    const cases = [...now, { text: 'goldfish blocks footer buttons', problem: null }];
    expect(settle(cases).found).toHaveLength(1);
    const { settled, found } = settle(cases, ['lexicon-footer']);
    expect(found).toEqual([]);
    expect(settled).toEqual([expect.objectContaining({ id: '5', problem: 'lexicon-footer' })]);
  });

  it('take in a report that shares little but what is typical of them', () => {
    const plain = ['cannot print labs', 'refill fails for two days', 'inbox is slow', 'x-ray will not open'];
    const words = ['no way to reach what is under the goldfish', ...ONES, ...OTHERS, ...plain];
    const { settled } = settle(words.map((text) => ({ text, problem: null })));
    const of = new Map(settled.map(({ id, problem }) => [id, problem]));
    expect(of.get('0')).toBe(of.get('1'));
  });

  it('go before a lexicon that reads something else in each, never before one that agrees or an error code', () => {
    const scattered = [
      'refill confirmation is sung by a goldfish choir',
      'goldfish choir sings while I send a message',
      'labs page: the goldfish choir sings',
      'allergies open with a goldfish choir singing',
      'goldfish choir singing on the vaccines page',
    ].map((text) => ({ text, problem: readProblem(text, null).problem?.id ?? null }));
    expect(new Set(settle(scattered).settled.map(({ problem }) => problem)).size).toBe(1);
    const agreed = [
      'refill fails on friday',
      'refill fails again friday',
      'friday refill fails',
      'refill friday fails',
    ];
    expect(settle(agreed.map((text) => ({ text, problem: 'rx-refill' }))).settled).toEqual([]);
    const codes = ['goldfish error code 803', ...ONES].map((text) => ({ text, problem: null }));
    expect(settle(codes).settled.find(({ id }) => id === '0')?.problem).toBe('code-803');
  });
});

describe('the fast path', () => {
  it.each([
    "I see another Veteran's medication list",
    "can see someone else's appointments",
    'not my name on the page',
    'a message meant for John was sent to me',
    "shows my brother's records instead of mine",
    'these prescriptions belong to some other guy',
    'SM sent to wrong patient',
    'somebody changed my email and it was not me',
    "my late father's refills show up under my login",
    'it takes him to the profile, and that lands in his brother account: not his',
    "These lab results say Jane, that's not me",
    'a file with two people in it, me and a man from Ohio I don’t know',
    'results of a woman. I am a man',
    'refills were ordered that I never requested',
    "chart got mixed up with another pt's",
  ])('hears “%s”', (text) => {
    expect(fastPath(text)).not.toBeNull();
  });

  it.each([
    'link to annual privacy training please',
    'breach of the 24 hour hold on labs',
    'other veterans report the same error with labs',
    'I cannot see my records but someone else in my family can see theirs',
    'for another patient the same prescriptions page is blank',
    'how do I let someone else pick up my medicines',
    'labs say unauthorized access when I open them',
    'meds shown are not his current meds',
    'ID.me has a different name than VA',
    'my son set up my account, now the page is blank',
  ])('lets “%s” wait for its turn', (text) => {
    expect(fastPath(text)).toBeNull();
  });

  it('believes the area an agent picked', () => {
    expect(fastPath('please look at this account', 'Secure Messaging, Security / Privacy')).toBe('privacy');
  });
});

describe('what the lexicon reads', () => {
  const problem = (text: string) => readProblem(text, null).problem?.id;

  it('counts words of one part once, and takes no enclosure for the problem', () => {
    expect(problem('refill fails on the list of prescriptions')).toBe('rx-refill');
    expect(problem('Message will not send. Screenshot attached.')).toBe('messages-send');
    expect(problem('every saved reply of the clinician portal vanished')).toBe('staff-templates');
    expect(problem('We cannot access your information and a number 803')).toBe('code-803');
  });

  it.each([
    ['ID.me keeps looping', 'Login.gov keeps looping'],
    ['message will not send', 'message will not attach a file'],
    ['refill request fails', 'renewal request fails'],
  ])('keeps “%s” and “%s” apart', (one, other) => {
    expect(problem(one)).not.toBe(problem(other));
  });
});
