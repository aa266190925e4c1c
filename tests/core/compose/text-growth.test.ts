// No text of a case is given to quadratic code: what composes and escapes its words takes four times as long for four times
// the text, not sixteen times, whatever the text is made of.
import { describe, expect, it } from 'vitest';
import { fillTemplate } from '../../../electron/core/compose/fill-template.ts';
import { keepMarker, markIn, withMarker, withoutMarker } from '../../../electron/core/compose/marker.ts';
import { amongSections, gitHubEdit, gitHubText, slackText } from '../../../electron/core/compose/outgoing.ts';
import { suggestKind } from '../../../electron/core/compose/suggest-kind.ts';
import { draftTicket, titleFrom } from '../../../electron/core/compose/ticket-draft.ts';
import { sheetMarkdown } from '../../../electron/core/compose/trend-sheet.ts';
import type { ScrubbedText } from '../../../electron/core/domain/pii.ts';
import { findHints } from '../../../electron/core/scrub/hints.ts';
import { createPlaceholders } from '../../../electron/core/scrub/placeholders.ts';
import { leastCpuMs } from '../../support/cpu-time.ts';

const HOSTILE = [
  '.',
  ' ',
  '<',
  '@',
  '[',
  '`',
  '{',
  '-',
  '\\',
  '|',
  '#',
  '&',
  '\n',
  '!',
  '=',
  'x',
  '\t',
  '1',
  '[A',
  '[A]',
  '{{ ',
  '. ',
  '<!-- ',
  '@a ',
  ' ,',
  'x\n',
  '](',
  'https://',
  'a.',
  '[NAME 1] ',
  'gh-',
  '&#',
  'contact ',
];

const judged = (words: string) => words as string as ScrubbedText;
const facts = { title: 't', reported: '', source: '', team: null, ticket: null, problem: null, known: null };
const DOORS: Readonly<Record<string, (text: string) => unknown>> = {
  titleFrom,
  suggestKind,
  amongSections,
  gitHubText: (text) => gitHubText(judged(text), ['a']),
  gitHubEdit: (text) => gitHubEdit(judged(text), text.slice(1)),
  slackText: (text) => slackText(judged(text)),
  draftTicket: (text) =>
    draftTicket(
      {
        source: 'dynamics',
        tags: [],
        priority: null,
        reference: text,
        scrubbedTitle: text,
        scrubbedText: text,
        reportedAt: 0,
        area: text,
      },
      null,
    ),
  sheetMarkdown: (text) => sheetMarkdown([{ reportedAt: 0, reference: text, description: text }]),
  fillTemplate: (text) => fillTemplate(text, { ...facts, reference: text.slice(0, 20) }),
  withMarker: (text) => withMarker(text, 'x'),
  withoutMarker,
  markIn,
  keepMarker: (text) => keepMarker(text, text),
  placeholders: (text) => createPlaceholders()('NAME', text),
  'findHints, in a text': (text) => findHints(text, { name: 'Ann x Aa', phone: '555 010 1234', email: 'a@b.c' }),
  'findHints, of columns': (text) => findHints(text.slice(0, 2_000), { name: text, phone: text, email: text }),
};

const LENGTH = 60_000;
/** Below this many ms, 60 kB tell more of the machine than of the code. */
const NOTHING = 1000;

function fastest(work: (text: string) => unknown, text: string): number {
  let best = Number.POSITIVE_INFINITY;
  for (let look = 0; look < 3 && best > NOTHING / 10; look += 1) {
    best = Math.min(
      best,
      leastCpuMs(() => work(text), 1),
    );
  }
  return best;
}

describe.each(Object.entries(DOORS))('%s', (_, work) => {
  it.each(HOSTILE.map((sign) => [JSON.stringify(sign), sign]))('reads a long run of %s in one pass', (_name, sign) => {
    const text = sign.repeat(LENGTH / sign.length);
    const quarter = fastest(work, text.slice(0, LENGTH / 4));
    const whole = fastest(work, text);
    expect(whole).toBeLessThan(Math.max(NOTHING, quarter * 9));
  });
});
