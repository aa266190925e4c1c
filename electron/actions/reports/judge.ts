// Judges the words of reports. The same names come again in every report, so each is judged once while the desk is open and its
// rules of scrubbing are the same; what leaves by the outbox is judged there anew.
import { builtInFindings } from '../../core/compose/report-words.ts';
import type { ScrubbedText } from '../../core/domain/pii.ts';
import { scrubWords } from '../../core/scrub/pii-check.ts';
import { listRules } from '../../store/cases/desk-rules.ts';
import type { Db } from '../../store/db.ts';

export type Judge = (word: string) => ScrubbedText;

type Judged = ReturnType<typeof scrubWords>;

/** So many words are remembered. */
const MOST = 20_000;
const remembered = new WeakMap<Db, { readonly rules: string; readonly words: Map<string, Judged> }>();

/** Words, judged; and in how many of them something was masked. */
export function judgeOf(db: Db): { readonly judge: Judge; readonly maskedN: () => number } {
  const context = { rules: listRules(db), cleared: builtInFindings() };
  const rules = JSON.stringify(context.rules);
  let known = remembered.get(db);
  if (known?.rules !== rules || known.words.size > MOST) known = { rules, words: new Map() };
  remembered.set(db, known);
  const { words } = known;
  const masked = new Set<string>();
  return {
    judge(word) {
      const judged = words.get(word) ?? scrubWords(word, context);
      words.set(word, judged);
      if (judged.masked) masked.add(word);
      return judged.text;
    },
    maskedN: () => masked.size,
  };
}
