// Unknown exports: what their columns may mean, and the mapping a person made, as a file for a colleague.
import type { Output, ParsedInput } from '../../contract/calls.ts';
import { AppError } from '../../contract/errors.ts';
import { jsonFile } from '../../core/compose/judged-sheet.ts';
import { rawText } from '../../core/domain/pii.ts';
import { guessColumns } from '../../core/intake/guess-columns.ts';
import { sourcePriorityOf, sourceStateOf } from '../../core/intake/source-state.ts';
import { checkPii } from '../../core/scrub/pii-check.ts';
import { listRules } from '../../store/cases/desk-rules.ts';
import type { AppContext } from '../app-context.ts';
import { scrubText } from '../scrub-words.ts';
import { settingOf } from '../settings.ts';
import { openExport, UnreadableFile } from './open-export.ts';

const LONGEST_SAMPLE = 300;
const WHO = new Set(['name', 'phone', 'email']);

/** @throws AppError `refused` if the export is known; `invalid` if it cannot be read whatever its columns mean */
export async function readColumns(
  ctx: AppContext,
  input: ParsedInput<'intake.columns'>,
): Promise<Output<'intake.columns'>> {
  const table = guessColumns(await unknownRows(ctx, input));
  if (table === null) throw new AppError('invalid', `${input.name}: It has no header row.`);
  const rules = listRules(ctx.store.db);
  return {
    source: table.source,
    columns: table.columns.map(({ sample, choices, ...column }) => ({
      ...column,
      choices: choices.map((value) => ({
        value,
        status: sourceStateOf(value) === 'resolved' ? 'Resolved' : null,
        priority: capital(sourcePriorityOf(value)),
      })),
      sample: WHO.has(column.becomes ?? '')
        ? sample.map(() => `[${column.becomes}]`).join(' · ')
        : scrubText(rawText(sample.join(' · ').slice(0, LONGEST_SAMPLE)), {}, [], rules).scrubbedText,
    })),
  };
}

const capital = (word: string | null) => (word === null ? null : word.charAt(0).toUpperCase() + word.slice(1));

async function unknownRows(ctx: AppContext, input: ParsedInput<'intake.columns'>) {
  try {
    await openExport(ctx, input);
  } catch (error) {
    if (error instanceof UnreadableFile && error.problem.asks === 'columns') return error.problem.rows;
    throw error;
  }
  throw new AppError('refused', 'The desk already knows this export.');
}

/** The desk's own terms, not an export's. */
const OWN: ReadonlySet<string> = new Set(Intl.supportedValuesOf('timeZone'));

/**
 * Column names in other languages look like people's names to the scrubber. `noNames` is a person's confirmation that
 * they are not; anything else that is found is still refused.
 * @throws AppError `not-found`; `refused` if a word in it reads as personal
 */
export function mappingFile(
  { store }: AppContext,
  { name, noNames }: ParsedInput<'mappings.file'>,
): Output<'mappings.file'> {
  const one = settingOf(store.db, 'mappings').mappings.find((mapping) => mapping.name === name);
  if (one === undefined) throw new AppError('not-found', 'There is no longer a mapping with this name.');
  const judge = (word: string) => {
    const first = checkPii(word);
    if (first.clean) return first.text;
    const mayBeWords = first.findings.every(({ type }) => type === 'NAME') && !/\d{3}/.test(word);
    const cleared = OWN.has(word) || (noNames && mayBeWords) ? [word] : [];
    const piiCheck = checkPii(word, {
      cleared: [
        ...cleared,
        ...first.findings.map(({ start, end }) => word.slice(start, end)).filter(() => cleared.length > 0),
      ],
    });
    if (piiCheck.clean) return piiCheck.text;
    throw new AppError(
      'refused',
      mayBeWords
        ? 'Some of its text looks like the names of people.'
        : 'A column name or a value in it looks personal.',
      mayBeWords ? { asks: 'no-names' } : {},
    );
  };
  return { name: judge('import-mapping'), content: jsonFile(one, judge) };
}
