// The states of HRC Dynamics and ServiceNow against the practice, both ways: what theirs means, and what to set there.
import { describe, expect, it } from 'vitest';
import { DEFAULT_TEMPLATES } from '../../electron/core/compose/default-templates.ts';
import { CASE_STATUSES } from '../../electron/core/domain/case.ts';
import { disagreement, stepThere, theirState } from '../../electron/core/domain/help-desk-states.ts';
import { STATES } from './facts.ts';

const state = (value: string) => [{ name: 'State', value }];

describe('the states of the help desks', () => {
  it.each(STATES.servicenow)('ServiceNow: %s', (words, meaning) => {
    expect(theirState('servicenow', state(words))).toEqual({ words, meaning });
  });

  it('are read from the column of each source, in any letter case', () => {
    expect(theirState('dynamics', [{ name: 'Status Reason', value: ' In progress ' }])?.meaning).toBe('working');
    expect(theirState('dynamics', state('New'))).toBeNull();
    expect(theirState('servicenow', state('Awaiting CAB'))).toEqual({ words: 'Awaiting CAB', meaning: null });
    expect(theirState('iris', state('New'))).toBeNull();
  });

  it('say what to do there after every decision', () => {
    for (const status of CASE_STATUSES)
      for (const source of ['dynamics', 'servicenow'] as const) expect(stepThere(source, status)).toMatch(/\w/);
    expect(stepThere('dynamics', 'undecided')).toMatch(/Status Reason to In Progress and Owner to yourself/);
    expect(stepThere('dynamics', 'responded')).toMatch(/Case Notes.*Route to Tier II Queue/);
    expect(stepThere('servicenow', 'ticketed')).toMatch(/On Hold with a Follow Up Date/);
    expect(stepThere('typed', 'undecided')).toBeNull();
  });

  it.each([
    ['Resolved', 'ticketed', 'It is Resolved there and still open here.'],
    ['New', 'responded', 'It is still New there.'],
    ['In Progress', 'ticketed', null],
    ['Resolved', 'responded', null],
  ] as const)('%s there and %s here: %s', (words, status, said) => {
    expect(disagreement(theirState('servicenow', state(words)), status)).toBe(said);
  });
});

describe('the next actions', () => {
  it.each(STATES.actions)('%s has its template', (action) => {
    expect(DEFAULT_TEMPLATES.map((one) => one.name)).toContain(action);
  });
});
