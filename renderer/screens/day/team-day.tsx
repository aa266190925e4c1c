// The team on My day: what members wrote or assigned to this desk, and who owns what. Only on a desk that is in a team.

import type { TeamDay as Shown } from '../../../electron/contract/team-calls.ts';
import { caseName } from '../../../electron/core/domain/case-name.ts';
import { useAct, useCall } from '../../bridge/queries.ts';
import { toast, toastError } from '../../components/toast.tsx';
import { exactTime, shortReference } from '../../components/words.ts';
import { useDeskUi } from '../../desk-ui.ts';
import './team-day.css';

export function TeamDay() {
  const day = useCall('team.day', {}).data;
  if (day === undefined || !day.inTeam) return null;
  return (
    <section className="card team-day" aria-label="Your team today">
      <header>
        <h2>Your team</h2>
        <span>what is for you, and who has what</span>
      </header>
      {day.forYou.length > 0 && (
        <ul aria-label="For you">
          {day.forYou.map((one) => (
            <ForYou key={one.actId} one={one} />
          ))}
        </ul>
      )}
      {day.holdings.length === 0 ? (
        <p className="hint">Nobody has taken an open case.</p>
      ) : (
        <ul aria-label="Who has what">
          {day.holdings.map((held) => (
            <Holding key={held.name} held={held} />
          ))}
        </ul>
      )}
    </section>
  );
}

const WORDS: Readonly<Record<Shown['forYou'][number]['kind'], string>> = {
  note: 'names you in a note',
  'hand-over': 'handed a case to you',
  lost: 'decided a case at the same time as you',
};

function ForYou({ one }: { one: Shown['forYou'][number] }) {
  const ui = useDeskUi();
  const read = useAct('team.read', ({ actId }) => toast('Dismissed from My day.', () => ui.undo(actId)));
  const { actId, caseId, kind, from, at, reference, title, text } = one;
  return (
    <li className="for-you">
      <p className="meta" title={exactTime(at)}>
        <b>{from}</b> {WORDS[kind]}
      </p>
      <button type="button" className="came-in" title={title} onClick={() => ui.openCase(caseId)}>
        <span className="words">{title}</span>
        <span className="ref">{shortReference(reference)}</span>
      </button>
      {text !== null && <p className="note-text">{text}</p>}
      <span className="row-actions">
        <button
          type="button"
          className="button quiet"
          aria-label={`Read: ${from}, ${caseName(reference)}`}
          onClick={() => read.mutate({ actId, caseId }, { onError: toastError })}
        >
          Read
        </button>
      </span>
    </li>
  );
}

function Holding({ held: { name, isYou, caseIds } }: { held: Shown['holdings'][number] }) {
  const ui = useDeskUi();
  const take = useAct('team.take', ({ actId }) => toast(`What ${name} had is yours.`, () => ui.undo(actId)));
  return (
    <li className="holding">
      <b>{isYou ? 'You' : name}</b>
      <button type="button" className="came-in" onClick={() => ui.openCases(caseIds)}>
        {caseIds.length === 1 ? '1 open case' : `${caseIds.length.toLocaleString('en-US')} open cases`}
      </button>
      {!isYou && (
        <button
          type="button"
          className="button quiet"
          title="If they are away: all of their cases become yours, and undo gives them back"
          onClick={() => take.mutate({ caseIds: caseIds.slice(0, MOST_TAKEN) }, { onError: toastError })}
        >
          Take over
        </button>
      )}
    </li>
  );
}

/** The maximum per act. */
const MOST_TAKEN = 1_000;
