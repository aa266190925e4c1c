// Holds the arrows of the house: which room may import which, no cycles, no long files, one place that makes scrubbed text.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const LONGEST = 300;
const LONGEST_TEST = 400;

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => /\.(ts|tsx|mjs)$/.test(name));
}

const files = [...sources('electron'), ...sources('renderer')];

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const found = text.matchAll(/^(?:import|export|\}).*? from '([^']+)'|^import '([^']+)'|new URL\('([^']+\.ts)'/gm);
  return [...found].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

const edges = files.flatMap((file) =>
  importsOf(file).map((target) => ({
    file,
    target,
    to: target.startsWith('.') ? relative(root, join(root, dirname(file), target)) : null,
  })),
);

/** Rooms sorted into wings, each wing after those it may use; `.` is what all of them use. */
const WINGS: Readonly<Record<string, readonly string[]>> = {
  store: [
    '.',
    'file',
    'snapshots',
    'outbox',
    'tickets',
    'cases',
    'activity',
    'replies',
    'intake',
    'team',
    'opening',
    'retention',
  ],
  actions: [
    '.',
    'services',
    'problems',
    'team',
    'bundle',
    'reports',
    'outbox',
    'cases',
    'follow-up',
    'day',
    'tickets',
    'settings',
    'trends',
    'review',
    'intake',
    'live-sources',
    'undo',
  ],
};

/** `electron/store/outbox/x.ts` → `outbox`; `electron/store/x.ts` → `.`. */
function wingOf(file: string): string {
  const [wing = '', ...rest] = file.split('/').slice(2);
  return rest.length === 0 ? '.' : wing;
}

/** `electron/core/scrub/x.ts` → `core/scrub`; `electron/store/x.ts` → `store`; `renderer/…` → `renderer`. */
function roomOf(file: string): string {
  const [top, first = '', second = ''] = file.split('/');
  if (top !== 'electron') return top ?? '';
  return first === 'core' ? `core/${second}` : first;
}

/** Stages of the core in the order work flows; one may use the earlier ones. */
const STAGES = [
  'domain',
  'clock',
  'intake',
  'scrub',
  'route',
  'trends',
  'triage',
  'compose',
  'follow-up',
  'reports',
  'team',
].map((stage) => `core/${stage}`);
const core = (...names: string[]) => names.map((name) => `core/${name}`);

const MAY: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    STAGES.map((stage, index) => [stage, stage === 'core/domain' ? [] : [...STAGES.slice(0, index), 'contract']]),
  ),
  contract: core('domain'),
  store: ['contract', ...core('domain'), 'drizzle'],
  sync: ['contract', ...core('domain', 'compose', 'scrub')],
  team: ['contract', ...core('domain', 'team')],
  jobs: ['contract'],
  actions: [...STAGES, 'store', 'sync', 'team', 'host', 'contract', 'jobs'],
  host: ['contract', ...core('domain', 'scrub')],
  worker: ['actions', 'store', 'sync', 'team', 'host', 'contract', 'jobs', ...core('clock', 'domain')],
  practice: ['contract', 'host'],
  cli: ['actions', 'worker', 'store', 'sync', 'host', 'contract', 'practice', 'launch', ...core('domain', 'scrub')],
  main: ['worker', 'host', 'contract', 'practice', ...core('domain')],
  preload: [],
  web: ['worker', 'host', 'contract'],
  launch: ['web', 'practice', 'host', 'contract'],
  renderer: ['contract', ...core('domain')],
};

const PACKAGES: Readonly<Record<string, RegExp>> = {
  core: /^(zod|chrono-node\/en|fflate|htmlparser2|postal-mime|read-excel-file\/universal|csv-parse\/sync|csv-stringify\/sync|@18f\/us-federal-holidays)$/,
  contract: /^zod$/,
  store: /^(drizzle-orm|better-sqlite3|uuid|zod|node:fs|node:path|node:crypto)/,
  sync: /^(@octokit\/|zod$)/,
  actions: /^(zod|uuid)$/,
  team: /^(pg|zod|node:crypto|node:fs|node:path)$/,
  jobs: /^$/,
  worker: /^(zod|node:)/,
  web: /^(hono|@hono\/node-server|node:)/,
  main: /^(electron|node:)/,
  preload: /^electron$/,
  renderer:
    /^(react|react-dom|@mantine\/|@tanstack\/|@tabler\/|@fontsource\/|tinykeys|react-markdown$|remark-gfm$|write-excel-file|diff$|zod|\.)/,
};

describe('the rooms', () => {
  it('import only what their row of the table allows', () => {
    const forbidden = edges
      .filter(({ to }) => to !== null)
      .map(({ file, to }) => ({ file, to: to ?? '', from: roomOf(file), room: roomOf(to ?? '') }))
      .filter(({ from, room }) => from !== room && !(MAY[from] ?? []).includes(room));
    expect(forbidden.map(({ file, to }) => `${file} → ${to}`)).toEqual([]);
  });

  it.each(Object.entries(WINGS))('have wings that use only the wings before them: %s', (room, wings) => {
    const inside = edges.filter(({ file, to }) =>
      [file, to ?? ''].every((path) => path.startsWith(`electron/${room}/`)),
    );
    const floor = (file: string) => wings.indexOf(wingOf(file));
    expect([...new Set(inside.map(({ file }) => wingOf(file)))].toSorted()).toEqual(wings.toSorted());
    const forbidden = inside.filter(({ file, to }) => floor(to ?? '') > floor(file));
    expect(forbidden.map(({ file, to }) => `${file} → ${to}`)).toEqual([]);
  });

  it('use only their own libraries; Electron only in main and preload', () => {
    const forbidden = edges
      .filter(({ to }) => to === null)
      .filter(({ file, target }) => {
        const room = roomOf(file);
        const allowed = PACKAGES[room.split('/')[0] ?? ''];
        if (target === 'electron') return room !== 'main' && room !== 'preload';
        return allowed !== undefined && !allowed.test(target);
      });
    expect(forbidden.map(({ file, target }) => `${file} → ${target}`)).toEqual([]);
  });

  it('have no cycle of imports', () => {
    const next = new Map<string, string[]>();
    for (const { file, to } of edges) if (to !== null) next.set(file, [...(next.get(file) ?? []), to]);
    const state = new Map<string, 'open' | 'done'>();
    const cycles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (state.get(file) === 'done') return;
      if (state.get(file) === 'open') {
        cycles.push([...path.slice(path.indexOf(file)), file].join(' → '));
        return;
      }
      state.set(file, 'open');
      for (const to of next.get(file) ?? []) visit(to, [...path, file]);
      state.set(file, 'done');
    };
    for (const file of files) visit(file, []);
    expect(cycles).toEqual([]);
  });

  it('hold one idea a file: none over 300 lines, and no test over 400', () => {
    const longerThan = (most: number, all: readonly string[]) =>
      all.filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > most);
    expect(longerThan(LONGEST, files)).toEqual([]);
    // The values that the makers draw from are data.
    const tests = sources('tests').filter((file) => !file.startsWith('tests/pii/makers/'));
    expect(longerThan(LONGEST_TEST, tests)).toEqual([]);
  });
});

describe('the promises', () => {
  it('make scrubbed text in one place only', () => {
    const makers = files.filter((file) => /as ScrubbedText\b/.test(readFileSync(join(root, file), 'utf8')));
    expect(makers).toEqual(['electron/core/scrub/pii-check.ts']);
  });

  it('make files, and hand them and the clipboard out, in one place only', () => {
    const holding = (rule: RegExp) => files.filter((file) => rule.test(readFileSync(join(root, file), 'utf8')));
    expect(holding(/as FileText\b/)).toEqual(['electron/core/compose/judged-sheet.ts']);
    expect(holding(/as PrintedFile\b/)).toEqual(['electron/worker/print-report.ts']);
    expect(holding(/\.clipboard\b|createObjectURL|\.download\b/)).toEqual(['renderer/components/save-file.ts']);
  });

  it('escape what leaves in one place only', () => {
    const makers = files.filter((file) => /as (?:GitHub|Slack)Text\b/.test(readFileSync(join(root, file), 'utf8')));
    expect(makers).toEqual(['electron/core/compose/outgoing.ts']);
  });

  it('keep the clock and chance out of the rules', () => {
    const impure = files
      .filter((file) => file.startsWith('electron/core/'))
      .filter((file) => /Date\.now\(|Math\.random\(|new Date\(\)/.test(readFileSync(join(root, file), 'utf8')));
    expect(impure).toEqual([]);
  });
});
