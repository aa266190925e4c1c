// Reports that leave, through the desk's own door: the same in every format, judged, and without a small number.
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { Parser } from 'htmlparser2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ledger } from '../../../electron/core/domain/report.ts';
import { openStore } from '../../../electron/store/opening/open.ts';
import { addQuarter } from '../../reports/quarter.ts';
import { KEY, openTestDesk, ROOT, type TestDesk } from '../../support/desk.ts';

/** Domo takes columns by their order as well as by their names. Add at the end only. */
const DATA_SET =
  'period,period_from,period_to,baseline,ledger,figure,figure_name,split_by,member,member_name,unit,calendar,aggregate,value,n,baseline_value,baseline_n,change';
/** Ids of figures never change their meaning. */
const SUPPORT =
  'received changed decided acted-in-time time-to-act time-to-route time-to-ask time-to-answer answered-in-time first-response-kept standard-fields captured from-template by-documentation reopened transfers resolved out-of-scope duplicates status-requests with-support minutes-spent documentation-gaps releases-reviewed';
const PRODUCT =
  'cases tickets-opened closed tickets-reopened waiting waiting-age at-source with-team on-tier-2 on-veteran closed-between life team-first-answer eta-in-time resolved-in-time pm-escalations trends-opened trend-size trend-life fixed-by known-errors candidates';
const SSN = '518-41-0093';

const openFile = (desk: TestDesk) =>
  openStore({ file: join(desk.folder, 'desk.db'), key: KEY, migrations: join(ROOT, 'drizzle', 'migrations') });

describe('a report that leaves', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await openTestDesk();
    await desk.reopen(() => {
      const store = openFile(desk);
      addQuarter(store, 7, 300, [Date.parse('2026-08-01T04:00:00Z'), Date.parse('2026-10-01T04:00:00Z')], desk.now);
      store.close();
    });
  });
  afterAll(() => desk.close());

  const file = (format: 'json' | 'csv' | 'md' | 'html' | 'page', ledger: Ledger = 'product') =>
    desk.call('reports.file', { ledger, period: '2026-09', format });

  it('has the same columns, figures and order for ever', async () => {
    for (const [ledger, ids] of [
      ['support', SUPPORT],
      ['product', PRODUCT],
    ] as const) {
      const { text, name } = await file('csv', ledger);
      expect(name).toBe(`tier3-${ledger}-2026-09`);
      expect(text.split('\r\n')[0]).toBe(`\uFEFF${DATA_SET}`);
      const rows: Record<string, string>[] = parse(text, { bom: true, columns: true });
      expect([...new Set(rows.map((row) => row.figure))]).toEqual(ids.split(' '));
      for (const row of rows) {
        expect(row).toMatchObject({ period: '2026-09', baseline: '2026-08', ledger });
        expect(row.period_to).toBe('2026-10-01T04:00:00.000Z');
        for (const column of ['value', 'n', 'baseline_value', 'baseline_n', 'change'])
          expect(row[column], `${row.figure} ${column}`).toMatch(/^-?\d*\.?\d*$/);
      }
    }
  });

  it('shows no number that is too small, in no row and by no difference', async () => {
    for (const ledger of ['support', 'product'] as const) {
      const rows: Record<string, string>[] = parse((await file('csv', ledger)).text, { bom: true, columns: true });
      for (const split of Map.groupBy(rows, (row) => `${row.figure} ${row.split_by}`).values()) {
        if (split[0]!.split_by === 'all') continue;
        const whole = rows.find((row) => row.figure === split[0]!.figure && row.split_by === 'all')!;
        for (const column of ['n', 'baseline_n']) {
          const numbers = split.map((row) => Number(row[column]));
          expect(
            numbers.every((n) => n === 0 || n >= 5),
            `${whole.figure} ${numbers}`,
          ).toBe(true);
          expect(numbers.reduce((sum, n) => sum + n, 0)).toBe(Number(whole[column]));
        }
      }
    }
  });

  it('is narrowed to one source, team or priority in the desk, where the parts add up to the whole', async () => {
    const period = '2026-09';
    for (const [ledger, figure, by] of [
      ['support', 'received', 'source'],
      ['product', 'waiting', 'team'],
      ['support', 'acted-in-time', 'priority'],
    ] as const) {
      const { figures } = await desk.call('reports.get', { ledger, period });
      const whole = figures.find(({ id }) => id === figure)!;
      for (const row of whole.tables.find((table) => table.by === by)!.rows) {
        const only = { by, member: row.member };
        const narrowed = await desk.call('reports.get', { ledger, period, only });
        expect(
          narrowed.figures.find(({ id }) => id === figure),
          `${figure} ${row.name}`,
        ).toMatchObject({
          ...{ value: row.value, n: row.n, baselineValue: row.baselineValue, change: row.change },
        });
        expect(narrowed.figures.some(({ id }) => id.startsWith('trend'))).toBe(false);
        const behind = await desk.call('reports.cases', { ledger, period, figure, only });
        expect(behind.countedN + behind.othersN).toBe(row.n);
      }
    }
  });

  it("fills the support team's weekly form: opened, closed or changed, by tier, case type and category", async () => {
    const figures = ['received', 'changed'];
    const { text } = await desk.call('reports.file', {
      ledger: 'support',
      period: '2026-09',
      figures,
      format: 'json',
    });
    const form = JSON.parse(text);
    expect(form.figures.map(({ id }: { id: string }) => id)).toEqual(figures);
    const parts = form.figures.flatMap(({ tables }: { tables: { by: string; rows: { name: string }[] }[] }) =>
      tables.filter(({ by }) => by === 'form').flatMap(({ rows }) => rows.map(({ name }) => name)),
    );
    expect(parts).toContain('Tier 3: needed a tool team / Medications / Refill');
  });

  it('says the same in every format, and masks nothing that is not personal', async () => {
    const json = JSON.parse((await file('json')).text);
    const [md, html, csv, page] = await Promise.all([file('md'), file('html'), file('csv'), file('page')]);
    expect([md.masked, html.masked, csv.masked, page.masked]).toEqual([0, 0, 0, 0]);
    const rows: Record<string, string>[] = parse(csv.text, { bom: true, columns: true });
    for (const { id, name, value, n } of json.figures) {
      const row = rows.find((one) => one.figure === id && one.split_by === 'all')!;
      expect([row.value, row.n]).toEqual([value === null ? '' : String(value), String(n)]);
      expect(md.text).toContain(name);
      expect(html.text).toContain(name);
      expect(page.text).toContain(name);
    }
    expect(md.text).toContain('# Product: what the product and its teams did, September 2026\n');
    for (const { text } of [html, page]) expect(text).not.toMatch(/<script|http:|https:/);
  });

  it('has pictures of its own figures on the page that is printed, each with a sentence', async () => {
    const json = JSON.parse((await file('json')).text);
    const { text } = await file('page');
    const drawn = [...text.matchAll(/<section>\n<h3>(.*?)<\/h3>\n<small>(.+?)<\/small>\n<ul>\n(.*?)\n<\/ul>/gs)];
    expect(drawn.map(([, title]) => title)).toEqual([
      'Against target',
      'Where the time went, on average',
      'Cases by team',
      'Cases by problem, the first ten',
      'Age of what is open',
    ]);
    const teams = json.figures[0].tables.find(({ by }: { by: string }) => by === 'team').rows;
    const bars = [...drawn[2]![3]!.matchAll(/<span>(.*?)<\/span>.*?class="now".*?width="([\d.]+)".*?<b>(.*?)<\/b>/g)];
    expect(bars.map(([, name, , n]) => [name, Number(n)])).toEqual(
      teams.slice(0, 10).map(({ name, value }: { name: string; value: number }) => [name, value]),
    );
    const widths = bars.map(([, , width]) => Number(width));
    expect(widths[1]! / widths[0]!).toBeCloseTo(teams[1].value / teams[0].value, 1);
  });

  it('pastes into Confluence: XHTML in which everything is closed, with elements its storage format knows', async () => {
    const known = new Set(['h1', 'h2', 'h3', 'p', 'br', 'small', 'table', 'thead', 'tbody', 'tr', 'th', 'td']);
    for (const ledger of ['support', 'product'] as const) {
      const { text } = await file('html', ledger);
      const wrong: string[] = [];
      const open: string[] = [];
      const parser = new Parser(
        {
          onopentag(name, attributes) {
            open.push(name);
            if (open.includes('body') && name !== 'body' && !known.has(name)) wrong.push(`<${name}>`);
            for (const attribute of Object.keys(attributes))
              if (open.includes('body') && !['class', 'scope'].includes(attribute)) wrong.push(attribute);
          },
          onclosetag(name, isImplied) {
            if (open.pop() !== name || (isImplied && !['br', 'meta'].includes(name))) wrong.push(`</${name}>`);
          },
        },
        { xmlMode: true },
      );
      parser.end(text);
      expect([wrong, open]).toEqual([[], []]);
      expect(text).not.toMatch(/&(?!(?:amp|lt|gt|quot);)/);
      for (const [, of] of text.matchAll(/<table[^>]*>(.*?)<\/table>/gs))
        expect(
          new Set([...of!.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row]) => row!.match(/<t[hd]/g)?.length)).size,
        ).toBe(1);
    }
  });

  it('tells where a figure was counted otherwise in reports that left before', async () => {
    expect((await file('md', 'support')).text).not.toContain('was counted otherwise');
    const { policies } = await desk.call('policies.get', {});
    await desk.call('policies.save', {
      policies: policies.map((policy) => (policy.id === 'act' ? { ...policy, targetMinutes: 36 * 60 } : policy)),
    });
    const told = '“Acted on in time” was counted otherwise until October 28, 2026 at 10:00 AM, Eastern Time: ';
    const [md, again, html] = [await file('md', 'support'), await file('md', 'support'), await file('html', 'support')];
    for (const { text, masked } of [md, again, html]) {
      expect(text).toContain(
        `${told}Of the cases of which it became known in the period: the share acted on within 24 `,
      );
      expect(masked).toBe(0);
    }
    expect((await file('md')).text).not.toContain('was counted otherwise');
    const { sheets } = await desk.call('reports.workbook', { ledger: 'support', period: '2026-09' });
    const [, act] = sheets[2]!.rows.filter(([name]) => ['Figure', 'Acted on in time'].includes(String(name!.value)));
    expect(act![3]!.value).toContain('within 24 business hours');
  });

  it('is judged: what is personal in a name is masked and told', async () => {
    const store = openFile(desk);
    store.db.run(`UPDATE cases SET scrubbed_area = 'SSN ${SSN} <b>' WHERE scrubbed_area = 'Medications, Refill'`);
    store.close();
    for (const format of ['json', 'csv', 'md', 'html', 'page'] as const) {
      const { text, masked } = await file(format);
      expect(masked).toBeGreaterThan(0);
      expect(text).not.toContain('518-41');
      expect(text).toContain(
        format === 'html' || format === 'page'
          ? '[SSN] &lt;b&gt;'
          : format === 'md'
            ? '\\[SSN\\] \\<b\\>'
            : '[SSN] <b>',
      );
    }
  });
});
