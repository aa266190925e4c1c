// The texts of reports that are built into the desk: "several Corp IDs", the source "iris", column headings. What looks
// like a name in one of them is allowed wherever a report contains it.
import { SOURCE_NAMES } from '../domain/case.ts';
import { PRIORITY_NAMES } from '../domain/obligation.ts';
import { AGE_NAMES, DIMENSION_NAMES, LEDGER_NAMES, PARTY_NAMES, REPORT_TAGS, TIER_NAMES } from '../domain/report.ts';
import { PROBLEM_NAMES } from '../route/problems.ts';
import { checkPii } from '../scrub/pii-check.ts';

/** Also a family name. */
export const LEDGER_HEAD = 'Ledger';

/** Marks and measures of the page itself; the style declares them in `reports/write-html.ts`. */
const PAGE_WORDS = ['col', '.ledger + .ledger', 'padding: .3rem 0 .3rem .8rem'];

const BUILT_IN_WORDS: readonly string[] = [
  ...[...PROBLEM_NAMES].flat(),
  ...Object.entries(SOURCE_NAMES).flat(),
  ...[DIMENSION_NAMES, LEDGER_NAMES, PRIORITY_NAMES, TIER_NAMES, REPORT_TAGS, AGE_NAMES, PARTY_NAMES].flatMap((names) =>
    Object.values(names),
  ),
  ...[LEDGER_HEAD, LEDGER_HEAD.toLowerCase(), ...PAGE_WORDS],
];

let excused: readonly string[] | null = null;

/** What the scrubber finds in these texts. */
export function builtInFindings(): readonly string[] {
  excused ??= [...new Set(BUILT_IN_WORDS)].flatMap((words) => {
    const piiCheck = checkPii(words);
    return piiCheck.clean ? [] : piiCheck.findings.map(({ start, end }) => words.slice(start, end));
  });
  return excused;
}
