// One outbox entry: its state as a symbol and a word, the reason, and the available actions.

import {
  IconAlertTriangle,
  IconBan,
  IconCheck,
  IconClock,
  IconHandStop,
  IconHelp,
  IconSend,
  IconX,
} from '@tabler/icons-react';
import type { EntryAct, OutboxEntry } from '../../../electron/contract/schemas.ts';
import { caseName } from '../../../electron/core/domain/case-name.ts';
import type { EntryKind, EntryState } from '../../../electron/core/domain/outbox.ts';
import { useAct } from '../../bridge/queries.ts';
import { toast, toastError } from '../../components/toast.tsx';
import { exactTime } from '../../components/words.ts';
import { useDeskUi } from '../../desk-ui.ts';
import { rowId } from '../../state/screen-list.ts';
import { LeavesIn } from './leaves-in.tsx';

const STATES: Readonly<
  Record<EntryState, { readonly name: string; readonly icon: typeof IconClock; readonly tone: string }>
> = {
  queued: { name: 'Waiting', icon: IconClock, tone: 'soon' },
  held: { name: 'Held', icon: IconHandStop, tone: 'paused' },
  sending: { name: 'Sending', icon: IconSend, tone: 'soon' },
  unknown: { name: 'Looking for it', icon: IconHelp, tone: 'due' },
  undecided: { name: 'You decide', icon: IconHelp, tone: 'missed' },
  blocked: { name: 'Blocked', icon: IconBan, tone: 'missed' },
  failed: { name: 'Refused', icon: IconAlertTriangle, tone: 'missed' },
  sent: { name: 'Sent', icon: IconCheck, tone: 'fine' },
  withdrawn: { name: 'Pulled back', icon: IconX, tone: 'met' },
};
const KINDS: Readonly<Record<EntryKind, string>> = {
  'create-issue': 'Open the ticket',
  'move-pipeline': 'Place on the board',
  'set-project': 'Place on the board',
  'edit-issue': 'Change the ticket',
  'add-comment': 'Comment',
  'post-note': 'Post to the channel',
  'post-teams-note': 'Post to the channel',
  'put-files': 'Publish',
  'set-cells': 'Write to the sheet',
};
/** In these states the reason is a plain remark; in the others it is a problem. */
const CALM: ReadonlySet<EntryState> = new Set(['sent', 'queued', 'held', 'withdrawn']);

interface EntryRowProps {
  readonly entry: OutboxEntry;
  readonly isChosen: boolean;
  /** Whether what waits leaves when its delay is over. */
  readonly canLeave: boolean;
}

export function EntryRow({ entry, isChosen, canLeave }: EntryRowProps) {
  const { now } = useDeskUi();
  const { name, icon: Icon, tone } = STATES[entry.state];
  return (
    <tr id={rowId(entry.id)} data-state={entry.state} data-chosen={isChosen}>
      <td>
        <span className={`time ${tone}`}>
          <Icon size={15} aria-hidden />
          {name}
        </span>
      </td>
      <td>{KINDS[entry.kind]}</td>
      <td>
        <div className="words">{entry.title}</div>
        <div className="meta">
          <span>{entry.references.map(caseName).join(', ')}</span>
          <span>{whereTo(entry)}</span>
          {canLeave && isDelayed(entry) && <LeavesIn at={entry.nextTryAt} now={now} />}
        </div>
        {entry.reason !== null && <div className={CALM.has(entry.state) ? 'meta' : 'problem'}>{entry.reason}</div>}
      </td>
      <td>{exactTime(entry.sentAt ?? entry.createdAt)}</td>
      <td>
        <EntryActs entry={entry} />
      </td>
    </tr>
  );
}

/** Only the sending delay keeps it: it has not been tried yet. */
function isDelayed(entry: OutboxEntry): entry is OutboxEntry & { readonly nextTryAt: number } {
  return entry.state === 'queued' && entry.attempts === 0 && entry.nextTryAt !== null;
}

function whereTo({ kind, url, destination }: OutboxEntry): string {
  return kind === 'create-issue' && url !== null ? `${destination} #${url.split('/').at(-1)}` : destination;
}

function retryLabel({ state, acts }: OutboxEntry): string {
  if (acts.includes('join')) return 'Send anyway';
  return state === 'held' ? 'Release' : state === 'undecided' ? 'Send again' : 'Try now';
}

function EntryActs({ entry }: { entry: OutboxEntry }) {
  const ui = useDeskUi();
  const retry = useAct('outbox.retry');
  const join = useAct('outbox.join', ({ actId }) => toast('Joined; comments go to that ticket.', () => ui.undo(actId)));
  const hold = useAct('outbox.hold');
  const drop = useAct('outbox.drop', () => toast('Pulled back. What was typed stays with its case.'));
  const answer = useAct('outbox.answer');
  const makeLabels = useAct('outbox.makeLabels', ({ made }) => toast(`Created at GitHub: ${made.join(', ')}.`));
  const { id, acts } = entry;
  const one = { id };
  const problem = { onError: toastError };
  const buttons: readonly { readonly act: EntryAct; readonly label: string; readonly run: () => void }[] = [
    { act: 'choose', label: 'Choose', run: () => ui.ask({ kind: 'choose', entry }) },
    { act: 'join', label: 'Join that ticket', run: () => join.mutate(one, problem) },
    { act: 'retry', label: retryLabel(entry), run: () => retry.mutate(one, problem) },
    { act: 'make-labels', label: 'Create the labels', run: () => makeLabels.mutate(one, problem) },
    { act: 'edit', label: 'Change', run: () => ui.ask({ kind: 'entry', entry }) },
    { act: 'hold', label: 'Hold', run: () => hold.mutate(one, problem) },
    { act: 'drop', label: 'Pull back', run: () => drop.mutate(one, problem) },
    { act: 'answer', label: 'It is there', run: () => answer.mutate({ id, arrived: true }, problem) },
    { act: 'answer', label: 'It is not there', run: () => answer.mutate({ id, arrived: false }, problem) },
  ];
  return (
    <span className="row-actions">
      {buttons
        .filter(({ act }) => acts.includes(act))
        .map(({ act, label, run }) => (
          <button
            key={label}
            type="button"
            className={`button${act === 'edit' || act === 'hold' ? ' quiet' : ''}`}
            disabled={makeLabels.isPending && act === 'make-labels'}
            onClick={run}
          >
            {label}
          </button>
        ))}
    </span>
  );
}
