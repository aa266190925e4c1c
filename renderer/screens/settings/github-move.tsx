// "Our GitHub moved": checks first, shows what would move and what would stay, and moves once a person says so.

import { type FormEvent, useState } from 'react';
import type { MoveReport } from '../../../electron/contract/move-calls.ts';
import { caseName } from '../../../electron/core/domain/case-name.ts';
import { useAct, useCall } from '../../bridge/queries.ts';
import { Choose } from '../../components/choose.tsx';
import { toast, toastError } from '../../components/toast.tsx';
import { plural } from '../../components/words.ts';
import { useDeskUi } from '../../desk-ui.ts';
import { BULK_JOB } from '../../state/bulk-job.ts';
import './github-move.css';

/** The repository that practice moves to. */
const EXAMPLE = 'va.ghe.com/software/va.gov-team';

export function GitHubMove() {
  const ui = useDeskUi();
  const places = useCall('github.places', {}).data?.places ?? [];
  const [chosen, choose] = useState('');
  const [to, setTo] = useState('');
  const from = chosen === '' ? (places[0]?.repository ?? '') : chosen;
  const look = useAct('github.tryMove');
  const move = useAct('github.move', ({ found, actId }) => {
    toast(`Moved ${plural(found.length, 'ticket')}.`, () => ui.undo(actId));
  });
  const where = { from, to, job: BULK_JOB };
  const report = look.data;
  const isOf = report?.from === from && look.variables?.to === to;
  const isBusy = look.isPending || move.isPending;
  const send = (event: FormEvent) => {
    event.preventDefault();
    look.mutate(where, { onError: toastError });
  };
  return (
    <section className="card" id="github-move" aria-labelledby="github-move-title">
      <header>
        <h2 id="github-move-title">Our GitHub moved</h2>
        <span>each ticket is found by the desk’s own mark; numbers may differ</span>
      </header>
      <form className="form github-move" onSubmit={send}>
        <label>
          From
          <Choose
            value={from}
            choices={places.map(({ repository, tickets }) => [
              repository,
              `${repository} (${plural(tickets, 'ticket')})`,
            ])}
            onPick={choose}
          />
        </label>
        <label>
          To: paste its address, or write host/owner/name
          <input
            value={to}
            placeholder={`https://${EXAMPLE}`}
            spellCheck={false}
            onChange={(event) => setTo(event.target.value)}
          />
        </label>
        <span className="row-actions">
          <button type="submit" className="button" disabled={to.trim() === '' || isBusy}>
            Preview
          </button>
          <button
            type="button"
            className="button primary"
            disabled={!isOf || isBusy}
            onClick={() => move.mutate(where, { onError: toastError })}
          >
            Move
          </button>
        </span>
      </form>
      <p className="hint">
        {ui.practice
          ? `Practice has a second GitHub to move to: ${EXAMPLE}. `
          : 'Sign in to the new GitHub under Services first. '}
        Tickets that are not found stay where they are.
      </p>
      <div role="status">{report !== undefined && isOf && <Report report={report} />}</div>
    </section>
  );
}

function Report({ report: { found, missing, waiting, teams, notes, from, to } }: { report: MoveReport }) {
  return (
    <>
      <p>
        <b>{plural(found.length, 'ticket')}</b> {found.length === 1 ? 'is' : 'are'} at {to}; <b>{missing.length}</b>{' '}
        would stay at {from}. {plural(waiting, 'entry', 'entries')} of the outbox would follow
        {teams.length > 0 && `, and new tickets of ${teams.join(', ')}`}.
      </p>
      {missing.length > 0 && (
        <ul className="found" aria-label="Tickets that would stay">
          {missing.map(({ references, was, why }) => (
            <li key={`${was} ${references.join()}`}>
              <b>{was === null ? 'Not open yet' : `#${was}`}</b> {references.map(caseName).join(', ')}: {why}
            </li>
          ))}
        </ul>
      )}
      {notes.map((note) => (
        <p key={note} className="hint">
          {note}
        </p>
      ))}
      {found.length > 0 && (
        <details>
          <summary>Every ticket with its new number</summary>
          <ul className="found moved-tickets">
            {found.map(({ references, was, now }) => (
              <li key={was}>
                #{was} is #{now} <span className="hint">{references.map(caseName).join(', ')}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
