// Details go by encrypted mail only. Recorded here: when and to whom, never what.

import { type FormEvent, useState } from 'react';
import type { CaseDetail } from '../../../electron/contract/schemas.ts';
import { caseName } from '../../../electron/core/domain/case-name.ts';
import { useAct } from '../../bridge/queries.ts';
import { toast, toastError } from '../../components/toast.tsx';
import { Words } from '../../components/words-field.tsx';
import { useDeskUi } from '../../desk-ui.ts';

export function SecureMail({ one }: { one: CaseDetail }) {
  const ui = useDeskUi();
  const [to, setTo] = useState('');
  const note = useAct('details.handedOver', ({ actId }) => {
    setTo('');
    toast(`${caseName(one.reference)}: noted that ${to.trim()} has the details by encrypted mail.`, () =>
      ui.undo(actId),
    );
  });
  const team = ui.teams.find(({ label }) => label === one.team);
  const people = [...new Set([team?.productManager ?? '', ...(team?.assignees ?? [])])].filter((login) => login !== '');
  const noted = one.activity.filter(
    ({ summary, undoneAt }) => summary.startsWith('Details handed over') && undoneAt === null,
  );
  const send = (event: FormEvent) => {
    event.preventDefault();
    note.mutate({ id: one.id, to }, { onError: toastError });
  };
  return (
    <section className="card" aria-label="Details by encrypted mail">
      <header>
        <h3>Details by encrypted mail</h3>
        <span>record that they were sent, never what</span>
      </header>
      {noted.length > 0 && (
        <ul className="found">
          {noted.map(({ actId, summary }) => (
            <li key={actId}>{summary}</li>
          ))}
        </ul>
      )}
      <form className="form secure-mail" onSubmit={send}>
        <Words label="To whom" choices={people} value={to} onChange={setTo} />
        <button type="submit" className="button" disabled={to.trim() === '' || note.isPending}>
          Record that it was sent now
        </button>
      </form>
    </section>
  );
}
