// Drafts one ticket for all reports of a problem: the form of its kind, and a table of every record number with what
// customers reported.
import type { Team } from '../../contract/schemas.ts';
import type { TicketForm, TicketKind } from '../domain/ticket-kinds.ts';
import { defaultForm } from './default-forms.ts';
import { EMPTY_VALUES, fillForm, variablesOf } from './fill-form.ts';
import { type DraftText, kindOf } from './ticket-draft.ts';
import { MOST_ROWS, type SheetRow, sheetCells, sheetMarkdown } from './trend-sheet.ts';

/** The kind of ticket for several reports depends on the team. */
export function kindOfTrend(team: Team): TicketKind {
  return kindOf({ tags: [], source: 'dynamics' }, team);
}

/** A title names at most one record number; several are listed in the body. `name` and `rows` are scrubbed. */
export function draftTrendTicket(
  { name, rows, team }: { readonly name: string; readonly rows: readonly SheetRow[]; readonly team: Team },
  form: TicketForm = defaultForm(kindOfTrend(team), team),
): DraftText {
  const days = rows.toSorted((a, b) => a.reportedAt - b.reportedAt).map((row) => sheetCells(row)[0] ?? '');
  const [first = '', last = ''] = [days[0], days.at(-1)];
  const reported = first === last ? first : `${first} to ${last}`;
  const isInTable = variablesOf(form).has('description') && rows.length <= MOST_ROWS;
  return fillForm(form, {
    ...EMPTY_VALUES,
    problem: name,
    description: `${rows.length} reports tell of the same problem: ${name}.\n\n${sheetMarkdown(rows)}`,
    // A number that the table has is not listed a second time.
    numbers: isInTable ? 'See the table.' : rows.map((row) => `- ${row.reference}`).join('\n'),
    reported,
    source: 'Several reports',
    team: team.name,
  });
}
