// What the gallery shows: each component by name, with its states. A component that needs an open desk (status bar, silence notice,
// sidebar, dialogs) is seen on the screens of `npm run screenshots`.
import { type ReactNode, useState } from 'react';
import type { Team } from '../../electron/contract/schemas.ts';
import type { Countdown } from '../../electron/contract/time-schemas.ts';
import { Bars } from '../components/bars.tsx';
import { Check } from '../components/check.tsx';
import { Choose } from '../components/choose.tsx';
import { DamageNotice } from '../components/damage-notice.tsx';
import { DayField } from '../components/day-field.tsx';
import { Highlight } from '../components/highlight.tsx';
import { IndexedPage } from '../components/indexed-page.tsx';
import { Kbd } from '../components/kbd.tsx';
import { Markdown } from '../components/markdown.tsx';
import { MentionField } from '../components/mention-field.tsx';
import { NewPassphrase } from '../components/new-passphrase.tsx';
import { NumberField } from '../components/number-field.tsx';
import { PickFile } from '../components/pick-file.tsx';
import { PickList } from '../components/pick-list.tsx';
import { ProgressBar } from '../components/progress-bar.tsx';
import { RecoveryCode } from '../components/recovery-code.tsx';
import { SearchField } from '../components/search-field.tsx';
import { Splitter } from '../components/splitter.tsx';
import { Table } from '../components/table.tsx';
import { TeamChip } from '../components/team-chip.tsx';
import { TimeField } from '../components/time-field.tsx';
import { StateShape, TimeLeft } from '../components/time-left.tsx';
import { toast, toastError } from '../components/toast.tsx';
import { TypedNote } from '../components/typed-note.tsx';
import { Words } from '../components/words-field.tsx';

export interface Specimen {
  readonly name: string;
  readonly states: Readonly<Record<string, ReactNode>>;
}

const AT = Date.UTC(2026, 9, 8, 14);
const TEAMS: readonly Team[] = [
  {
    label: 'PRODUCT-mhv-medications',
    name: 'Medications',
    repository: 'department-of-veterans-affairs/va.gov-team',
    extraLabels: [],
    assignees: [],
    productManager: '',
    slackChannel: '',
    zenhub: null,
    project: null,
    covers: ['refill'],
    inScope: true,
    audience: 'veteran',
  },
];

function countdown(state: Countdown['state'], leftMinutes: number, metAt: number | null = null): Countdown {
  const paused = state === 'paused' ? { since: AT, reason: 'tier-2' as const } : null;
  const times = { startedAt: AT, dueAt: AT + 86_400_000, metAt, targetMinutes: 1440, leftMinutes };
  return { policy: 'act', name: 'Act', ...times, state, whenMissed: 'alert', paused };
}

function Typed() {
  const [words, setWords] = useState('Asked @rx');
  return (
    <MentionField
      id="mention"
      label="Answer"
      rows={3}
      value={words}
      people={['rx-engineer', 'rx-product-manager']}
      onChange={setWords}
      onSubmit={() => toast('Submitted.')}
    />
  );
}

function Passphrase() {
  const [value, setValue] = useState('');
  const [again, setAgain] = useState('');
  return <NewPassphrase value={value} setValue={setValue} again={again} setAgain={setAgain} />;
}

function Search() {
  const [words, setWords] = useState('');
  return <SearchField label="Search cases" words={words} onChange={setWords} />;
}

function Chosen() {
  const [size, setSize] = useState<'small' | 'large'>('small');
  return (
    <Choose
      aria-label="Size"
      value={size}
      choices={[
        ['small', 'Small'],
        ['large', 'Large'],
      ]}
      onPick={setSize}
    />
  );
}

function Text({ choices }: { choices?: readonly string[] }) {
  const [value, setValue] = useState('');
  return <Words label="Pipeline" value={value} onChange={setValue} {...(choices !== undefined && { choices })} />;
}

function Fields() {
  const [on, setOn] = useState(true);
  const [day, setDay] = useState('2026-10-08');
  const [minutes, setMinutes] = useState(18 * 60);
  const [value, setValue] = useState<number | null>(24);
  return (
    <div className="form">
      <Check label="Notify of what is due" on={on} set={setOn} />
      <DayField label="First day" value={day} onPick={setDay} />
      <TimeField label="Quiet from" minutes={minutes} onPick={setMinutes} />
      <NumberField label="Business hours" min={1} value={value} onPick={setValue} />
      <PickFile label="A file" accept=".json" onPick={([file]) => toast(`Picked ${file?.name}.`)}>
        Choose a file
      </PickFile>
      <ProgressBar label="Progress" done={40} total={100} />
    </div>
  );
}

const bar = (key: string, ...n: readonly [number, number]) => ({
  key,
  label: key,
  said: `${key}: ${n[0]} received, ${n[1]} decided`,
  parts: [
    { n: n[0], kind: 'arrived' },
    { n: n[1], kind: 'decided' },
  ],
});
const choice = (id: string, title: string, hint: string) => ({ id, title, hint });

export const SPECIMENS: readonly Specimen[] = [
  {
    name: 'TimeLeft',
    states: {
      fine: <TimeLeft countdown={countdown('fine', 1200)} />,
      soon: <TimeLeft countdown={countdown('soon', 600)} />,
      due: <TimeLeft countdown={countdown('due', 90)} />,
      missed: <TimeLeft countdown={countdown('missed', -130)} />,
      paused: <TimeLeft countdown={countdown('paused', 700)} />,
      met: <TimeLeft countdown={countdown('met', 700, AT)} />,
      late: <TimeLeft countdown={countdown('missed', -10, AT)} />,
      'no clock': <TimeLeft countdown={null} />,
      'symbol alone': <StateShape state="due" />,
    },
  },
  {
    name: 'TeamChip',
    states: {
      assigned: <TeamChip label="PRODUCT-mhv-medications" teams={TEAMS} />,
      suggested: <TeamChip label={null} teams={TEAMS} suggested="PRODUCT-mhv-medications" />,
      none: <TeamChip label={null} teams={TEAMS} />,
    },
  },
  { name: 'Kbd', states: { letter: <Kbd keys="e" />, combination: <Kbd keys="$mod+Enter" /> } },
  {
    name: 'Highlight',
    states: {
      matches: <Highlight text="Refill button missing on the refill page" search="refill" />,
      'no search': <Highlight text="Refill button missing" search="" />,
    },
  },
  {
    name: 'Bars',
    states: {
      pairs: (
        <Bars
          title="Cases per day"
          bars={[bar('Mon', 4, 2), bar('Tue', 9, 6), bar('Wed', 0, 3)]}
          marks={[{ at: 1, said: 'release on Tuesday' }]}
        />
      ),
    },
  },
  {
    name: 'Table',
    states: {
      rows: (
        <Table heads={['Team', 'Open']}>
          <tr>
            <td>Medications</td>
            <td>12</td>
            <td>
              <button type="button" className="button quiet">
                Open
              </button>
            </td>
          </tr>
        </Table>
      ),
    },
  },
  {
    name: 'Markdown',
    states: {
      text: (
        <Markdown text={'## Steps\n\n1. Open **Refills**\n2. Nothing happens\n\n- [x] seen in Edge\n\n`HTTP 500`'} />
      ),
      table: <Markdown text={'| Reference | Date |\n| --- | --- |\n| INC0000001 | 2026-10-08 |'} />,
    },
  },
  { name: 'MentionField', states: { typing: <Typed /> } },
  { name: 'NewPassphrase', states: { empty: <Passphrase /> } },
  { name: 'Choose', states: { chosen: <Chosen /> } },
  { name: 'Words', states: { 'any text': <Text />, 'with choices': <Text choices={['Product Backlog', 'Ready']} /> } },
  { name: 'Fields', states: { 'in a form': <Fields /> } },
  { name: 'SearchField', states: { empty: <Search /> } },
  {
    name: 'PickList',
    states: {
      choices: (
        <PickList
          label="Team"
          placeholder="Name or label"
          choices={[choice('rx', 'Medications', 'refills'), choice('sm', 'Secure Messaging', 'inbox')]}
          nothing="No team by that name."
          onPick={({ title }) => toast(`Picked ${title}.`)}
        />
      ),
    },
  },
  {
    name: 'TypedNote',
    states: {
      restored: (
        <TypedNote
          typed={{
            words: { text: 'As typed' },
            isRestored: true,
            type: () => {},
            version: () => Promise.resolve(null),
            clear: () => () => {},
          }}
        />
      ),
    },
  },
  { name: 'RecoveryCode', states: { shown: <RecoveryCode code="ABCD-EFGH-JKMN" done={() => toast('Done.')} /> } },
  { name: 'DamageNotice', states: { damaged: <DamageNotice /> } },
  { name: 'Splitter', states: { resting: <Splitter /> } },
  {
    name: 'Toast',
    states: {
      'press to show': (
        <span className="row-actions">
          <button type="button" className="button" onClick={() => toast('Case escalated.', () => toast('Undone.'))}>
            With undo
          </button>
          <button type="button" className="button" onClick={() => toastError(new Error('The ticket is locked.'))}>
            Error
          </button>
        </span>
      ),
    },
  },
  {
    name: 'IndexedPage',
    states: {
      'two topics': (
        <IndexedPage
          label="Example"
          className=""
          topics={[
            { name: 'First', content: <p>First topic</p> },
            { name: 'Second', content: <p>Second topic</p> },
          ]}
        />
      ),
    },
  },
];
