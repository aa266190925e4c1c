// What a case is called in a sentence.
import { expect, it } from 'vitest';
import { caseName } from '../../../electron/core/domain/case-name.ts';

it('is its record number, and for a Slack message its day in Eastern Time', () => {
  expect(caseName('26-HRC-HD-18-36879401')).toBe('26-HRC-HD-18-36879401');
  expect(caseName('INC0012345')).toBe('INC0012345');
  const lateInTheEvening = Date.parse('2026-10-29T02:30:00Z') / 1_000;
  expect(caseName(`${lateInTheEvening}.004200`)).toBe('Slack message, Oct 28, 2026');
  const yearBefore = Date.parse('2025-10-29T02:30:00Z') / 1_000;
  expect(caseName(`${yearBefore}.004200`)).toBe('Slack message, Oct 28, 2025');
});
