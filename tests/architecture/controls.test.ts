// Every control of the window comes from one set of components: raw ones of the browser look different on each machine, in each
// theme. A control that is raw on purpose is listed here, with the one place that draws it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../support/desk.ts';

const files = readdirSync(join(ROOT, 'renderer'), { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.tsx'))
  .map((name) => ({ name, text: readFileSync(join(ROOT, 'renderer', name), 'utf8') }));

/** Where a raw control is drawn, by what is drawn instead everywhere else. */
const DRAWN_BY: readonly (readonly [control: RegExp, instead: string, where: readonly string[]])[] = [
  [/<select\b/, 'Choose', ['components/choose.tsx']],
  [/<datalist\b|\blist=/, 'Words', []],
  [/<progress\b/, 'ProgressBar', []],
  [/type="file"/, 'PickFile', []],
  [/type="checkbox"/, 'Check', []],
  [/type="radio"/, 'Radio', []],
  [/type="(?:date|datetime-local|month|week)"/, 'DayField', []],
  [/type="time"/, 'TimeField', []],
  [/type="(?:number|range|color)"/, 'NumberField', []],
  [
    /<Native\w+|from '@mantine\/dates'/,
    'the fields in components',
    ['components/day-field.tsx', 'components/time-field.tsx'],
  ],
];

it.each(DRAWN_BY)('%s is drawn as %s', (control, _, where) => {
  expect(files.filter(({ text }) => control.test(text)).map(({ name }) => name)).toEqual(where);
});

/** Classes of buttons that a style sheet draws: those of every screen, and rows and headings that are pressed. */
const BUTTONS = /^(?:button|chip|link|came-in|figure-row|case-line|board-card|push)\b/;
/** A rule for all buttons within them draws these. */
const DRAWN_WITHIN: Readonly<Record<string, number>> = {
  'commands/context-menu.tsx': 1,
  'components/indexed-page.tsx': 2,
  'components/sidebar.tsx': 2,
  'screens/case/case-pane.tsx': 1,
  'screens/queue/queue-heads.tsx': 1,
  'screens/tickets/tickets-screen.tsx': 1,
};

/** The attributes of each `<button` of a file, up to the `>` that ends its tag. */
function buttonsIn(text: string): string[] {
  return [...text.matchAll(/<button\b/g)].map(({ index }) => {
    let depth = 0;
    let at = index;
    for (; at < text.length; at += 1) {
      if (text[at] === '{') depth += 1;
      else if (text[at] === '}') depth -= 1;
      else if (text[at] === '>' && depth === 0) break;
    }
    return text.slice(index, at);
  });
}

it('has no button without a class of the set', () => {
  const bare: Record<string, number> = {};
  for (const { name, text } of files)
    for (const attributes of buttonsIn(text)) {
      const [, words = ''] = /className=(?:\{[^'"`}]*)?['"`]([^'"`$]*)/.exec(attributes) ?? [];
      if (!BUTTONS.test(words)) bare[name] = (bare[name] ?? 0) + 1;
    }
  expect(bare).toEqual(DRAWN_WITHIN);
});
