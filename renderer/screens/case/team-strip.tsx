// Who in the team owns the case, who else is viewing it, and conflicting decisions. Only on a desk that is in a team.
import { IconEye, IconUser } from '@tabler/icons-react';
import { useEffect } from 'react';
import type { CaseId } from '../../../electron/core/domain/ids.ts';
import { call } from '../../bridge/bridge.ts';
import { useAct, useCall } from '../../bridge/queries.ts';
import { keysOf } from '../../commands/catalogue.ts';
import { Kbd } from '../../components/kbd.tsx';
import { toast, toastError } from '../../components/toast.tsx';
import { exactTime } from '../../components/words.ts';
import { useDeskUi } from '../../desk-ui.ts';
import './team-strip.css';

export function TeamStrip({ id }: { id: CaseId }) {
  const line = useCall('team.get', {}).data?.line ?? 'alone';
  return line === 'alone' ? null : <Strip id={id} />;
}

function Strip({ id }: { id: CaseId }) {
  const ui = useDeskUi();
  const one = useCall('team.case', { id }).data;
  const undoable =
    (words: string) =>
    ({ actId }: { actId: Parameters<typeof ui.undo>[0] }) =>
      toast(words, () => ui.undo(actId));
  const take = useAct('team.take', undoable('Taken. The team sees that it is yours.'));
  const putBack = useAct('team.putBack', undoable('Released for anyone to take.'));
  useEffect(() => {
    void call('team.look', { id }).catch(() => {});
    return () => void call('team.look', { id: null }).catch(() => {});
  }, [id]);
  const taken = one?.takenBy ?? null;
  return (
    <section className="team-strip" aria-label="In the team">
      <p>
        <IconUser size={14} aria-hidden />
        {taken === null ? (
          <span>Nobody has taken it.</span>
        ) : (
          <b title={`since ${exactTime(taken.since)}`}>{taken.isYou ? 'Yours' : `Taken by ${taken.name}`}</b>
        )}
        {one !== undefined && one.lookedAtBy.length > 0 && (
          <span className="looking" title="Viewing it now">
            <IconEye size={14} aria-hidden />
            <span className="visually-hidden">also viewing: </span>
            {one.lookedAtBy.join(', ')}
          </span>
        )}
        <span className="row-actions">
          {taken?.isYou !== true && (
            <button
              type="button"
              id="take-case"
              className="button quiet"
              onClick={() => take.mutate({ caseIds: [id] }, { onError: toastError })}
            >
              Take <Kbd keys={keysOf('take-case')} />
            </button>
          )}
          <button
            type="button"
            id="hand-over"
            className="button quiet"
            disabled={one === undefined || one.others.length === 0}
            onClick={() => ui.ask({ kind: 'hand-over', caseId: id })}
          >
            Hand over <Kbd keys={keysOf('hand-over')} />
          </button>
          {taken?.isYou === true && (
            <button
              type="button"
              className="button quiet"
              onClick={() => putBack.mutate({ caseIds: [id] }, { onError: toastError })}
            >
              Put back
            </button>
          )}
        </span>
      </p>
      {taken?.note != null && <p className="note">“{taken.note}”</p>}
      {one?.alsoDecided.map(({ name, decision }) => (
        <p key={`${name} ${decision}`} className="note">
          At the same time {name === 'You' ? 'you' : name} decided “{decision}”. What is shown applies; decide again to
          change it.
        </p>
      ))}
    </section>
  );
}
