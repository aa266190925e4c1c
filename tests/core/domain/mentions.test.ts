import { describe, expect, it } from 'vitest';
import { isNamed, namesSomebody } from '../../../electron/core/domain/mentions.ts';

describe('a note that names a member', () => {
  it('names by the whole name, its first word, or the whole team, in any case', () => {
    for (const text of [
      '@Ben can you look?',
      'ask (@ben okafor) first',
      'call\n@BEN: now',
      '@team meeting',
      'x @anna and @ben',
    ])
      expect([text, isNamed(text, 'Ben Okafor')]).toEqual([text, true]);
  });

  it('names nobody else', () => {
    for (const text of ['@Benedict knows', 'ben@example.com', 'Ben was here', '@teamwork', '@ ben', '@Okafor'])
      expect([text, isNamed(text, 'Ben Okafor')]).toEqual([text, false]);
  });

  it('takes an address of electronic mail for no name', () => {
    expect(namesSomebody('write to veteran@example.com')).toBe(false);
    expect(namesSomebody('for @Anna')).toBe(true);
  });
});
