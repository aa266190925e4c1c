// An unknown export: a person maps each column and previews the first ten rows as cases.
import { useState } from 'react';
import type { GuessedColumn } from '../../../electron/contract/mapping-shapes.ts';
import { SOURCE_NAMES } from '../../../electron/core/domain/case.ts';
import {
  COLUMN_ROLES,
  type ColumnRole,
  type DateOrder,
  MAPPED_SOURCES,
  type Mapping,
  NEEDED,
} from '../../../electron/core/domain/mapping.ts';
import { useCall } from '../../bridge/queries.ts';
import { Choose } from '../../components/choose.tsx';
import { useSetting } from '../../state/use-setting.ts';
import type { ChosenFile } from './files.ts';
import { focusAfter } from './keep-focus.ts';
import { MappedValues, proposedValues } from './mapped-values.tsx';
import { PreviewRows } from './preview-rows.tsx';
import { RejectedRows } from './rejected-rows.tsx';

const DATE_ORDERS: readonly (readonly [DateOrder | '', string])[] = [
  ['', 'the rows tell the order'],
  ['month-first', 'the month comes first'],
  ['day-first', 'the day comes first'],
];

const ROLE_NAMES: Readonly<Record<ColumnRole, string>> = {
  reference: 'Record number',
  reportedAt: 'Date reported',
  text: 'Description',
  subject: 'Subject',
  area: 'Area',
  subArea: 'Sub area',
  name: 'Who reported',
  phone: 'Phone',
  email: 'E-mail',
  status: 'Status',
  priority: 'Priority',
  owner: 'Owner',
  notes: 'Notes',
  resolvedAt: 'Date resolved',
};
const BECOMES: readonly (readonly [ColumnRole | '', string])[] = [
  ['', 'only kept'],
  ...COLUMN_ROLES.map((role) => [role, ROLE_NAMES[role]] as const),
];

export function MappingForm({ file, timeZone }: { file: ChosenFile; timeZone: string }) {
  const table = useCall('intake.columns', { ...file, timeZone });
  if (table.error !== null) {
    return (
      <p className="problem" role="alert">
        {table.error.message}
      </p>
    );
  }
  if (table.data === undefined) return null;
  return <Columns file={file} timeZone={timeZone} guessed={table.data.columns} source={table.data.source} />;
}

function Columns({
  file,
  timeZone,
  guessed,
  source: guessedSource,
}: {
  file: ChosenFile;
  timeZone: string;
  guessed: readonly GuessedColumn[];
  source: Mapping['source'];
}) {
  const [known, save] = useSetting('mappings');
  const [columns, setColumns] = useState(guessed.map(({ becomes }) => becomes));
  const [source, setSource] = useState(guessedSource);
  const [dateOrder, setDateOrder] = useState<DateOrder | null>(null);
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [name, setName] = useState(file.name.replace(/\.[a-z]+$/i, ''));
  const isComplete = NEEDED.every((one) => columns.includes(one));
  const mapping = {
    ...{ name: name.trim(), source, timeZone, dateOrder, columns },
    header: guessed.map((column) => column.name),
    values: { ...proposedValues(guessed, columns), ...values },
  };
  const preview = useCall('intake.preview', { ...file, mapping: { ...mapping, name: 'preview' } }, isComplete);
  const become = (at: number, role: ColumnRole | null) => setColumns(columns.with(at, role));
  return (
    <form
      className="mapping"
      onSubmit={(event) => {
        event.preventDefault();
        const others = known?.mappings.filter((one) => one.name !== mapping.name) ?? [];
        const form = event.currentTarget;
        save({ mappings: [...others, mapping] }, () => focusAfter(form));
      }}
    >
      <p>The desk does not know this export yet. Map its columns once; the next one is read the same way.</p>
      <div className="choose">
        <label>
          It comes from
          <Choose
            value={source}
            choices={MAPPED_SOURCES.map((one) => [one, SOURCE_NAMES[one]] as const)}
            onPick={setSource}
          />
        </label>
        <label>
          In its dates
          <Choose
            value={dateOrder ?? ''}
            choices={DATE_ORDERS}
            onPick={(order) => setDateOrder(order === '' ? null : order)}
          />
        </label>
        <label>
          Save it as
          <input value={name} required maxLength={80} onChange={(event) => setName(event.target.value)} />
        </label>
      </div>
      <table className="mapped-columns">
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">Becomes</th>
            <th scope="col">First values, masked as they will be</th>
          </tr>
        </thead>
        <tbody>
          {guessed.map((column, at) => (
            <tr key={`${column.name} ${column.sample}`}>
              <th scope="row">{column.name}</th>
              <td>
                <Choose
                  aria-label={`${column.name} becomes`}
                  value={columns[at] ?? ''}
                  choices={BECOMES}
                  onPick={(role) => become(at, role === '' ? null : role)}
                />
              </td>
              <td className="cut">{column.sample}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {guessed.some(({ sample }) => sample.includes('[')) && (
        <p className="hint">
          A word in brackets, like [name] or [NAME 1], stands for something personal. It is masked here as it will be in
          every ticket; the case keeps what the file says, encrypted.
        </p>
      )}
      <MappedValues
        guessed={guessed}
        columns={columns}
        values={mapping.values}
        onChange={(value, means) => setValues({ ...values, [value]: means })}
      />
      {!isComplete && <p className="hint">Say which column is the date it was reported, and which the description.</p>}
      {isComplete && preview.error !== null && (
        <p className="problem" role="alert">
          {preview.error.message}
        </p>
      )}
      {isComplete && preview.data !== undefined && preview.error === null && (
        <>
          <PreviewRows sample={preview.data.sample} />
          {preview.data.notes.length > 0 && <p>{preview.data.notes.join(' ')}</p>}
          <RejectedRows rejected={preview.data.rejected} count={preview.data.rejectedCount} />
        </>
      )}
      <div className="row-actions">
        <button
          type="submit"
          className="button primary"
          disabled={!isComplete || preview.error !== null || name.trim() === ''}
        >
          Save and continue
        </button>
      </div>
    </form>
  );
}
