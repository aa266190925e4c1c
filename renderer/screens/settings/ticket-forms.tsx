// Ticket forms: the default text, a team's own, a preview on its newest case, and the difference from the default.

import { diffLines } from 'diff';
import { useState } from 'react';
import { caseName } from '../../../electron/core/domain/case-name.ts';
import {
  FORM_VARIABLES,
  TICKET_KIND_NAMES,
  TICKET_KINDS,
  type TicketForm,
  type TicketKind,
} from '../../../electron/core/domain/ticket-kinds.ts';
import { useAct, useCall } from '../../bridge/queries.ts';
import { Choose } from '../../components/choose.tsx';
import { toast, toastError } from '../../components/toast.tsx';
import { useDeskUi } from '../../desk-ui.ts';

export function TicketForms() {
  const { teams } = useDeskUi();
  const [label, setLabel] = useState<string>();
  const [kind, setKind] = useState<TicketKind>('hrc');
  const forms = useCall('forms.list', {}).data;
  const team = teams.find((one) => one.label === label) ?? teams[0];
  if (forms === undefined || team === undefined) return null;
  const standard = forms.defaults[team.audience][kind];
  if (standard === undefined) return null;
  const own = forms.own.find((one) => one.team === team.label && one.kind === kind)?.form;
  return (
    <section className="card" id="ticket-forms" aria-labelledby="ticket-forms-title">
      <header>
        <h2 id="ticket-forms-title">Ticket forms</h2>
        <span>as Tier 3 writes them; what a case does not know is left out</span>
      </header>
      <div className="form form-choice">
        <label>
          Team
          <Choose value={team.label} choices={teams.map((one) => [one.label, one.name])} onPick={setLabel} />
        </label>
        <label>
          Form
          <Choose
            value={kind}
            choices={TICKET_KINDS.map((one) => [one, TICKET_KIND_NAMES[one]] as const)}
            onPick={setKind}
          />
        </label>
        <span className="hint">{own === undefined ? 'default' : `${team.name} has its own words`}</span>
      </div>
      <FormEditor
        key={`${team.label} ${kind} ${JSON.stringify(own)}`}
        place={{ team: team.label, kind }}
        standard={standard}
        own={own}
      />
    </section>
  );
}

interface FormEditorProps {
  readonly place: { readonly team: string; readonly kind: TicketKind };
  readonly standard: TicketForm;
  readonly own: TicketForm | undefined;
}

function FormEditor({ place, standard, own }: FormEditorProps) {
  const ui = useDeskUi();
  const [form, setForm] = useState(own ?? standard);
  const done = (words: string) => (result: { actId: Parameters<typeof ui.undo>[0] }) =>
    toast(words, () => ui.undo(result.actId));
  const save = useAct('forms.save', done('Form saved.'));
  const restore = useAct('forms.restore', done('The default form is used again.'));
  const preview = useCall('forms.preview', { ...place, form }).data;
  const problem = preview?.problem ?? null;
  return (
    <form
      className="form form-editor"
      aria-label="Form"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ ...place, form }, { onError: toastError });
      }}
    >
      <div className="form">
        <label>
          Title
          <input
            value={form.title}
            maxLength={256}
            onChange={(event) => setForm({ ...form, title: event.target.value })}
          />
        </label>
        <label>
          Body
          <textarea rows={22} value={form.body} onChange={(event) => setForm({ ...form, body: event.target.value })} />
        </label>
        <p className="hint">A case puts its words for {FORM_VARIABLES.map((name) => `{{${name}}}`).join(' ')}</p>
        <p className="problem" role="status">
          {problem}
        </p>
        <span className="row-actions">
          <button type="submit" className="button primary" disabled={problem !== null || save.isPending}>
            Save for this team
          </button>
          <button
            type="button"
            className="button"
            disabled={own === undefined || restore.isPending}
            onClick={() => restore.mutate(place, { onError: toastError })}
          >
            Use the default form
          </button>
        </span>
      </div>
      <div className="form-shown">
        <h3>{preview?.ticket == null ? 'No case to show it on yet' : `On ${caseName(preview.ticket.reference)}`}</h3>
        <p className="form-title">{preview?.ticket?.title}</p>
        <pre>{preview?.ticket?.body}</pre>
        {(preview?.ticket?.found.length ?? 0) > 0 && (
          <p className="problem">
            It still contains something that looks personal, so it could not be queued as it is.
          </p>
        )}
        <h3>Compared with the default form</h3>
        <Difference before={wordsOf(standard)} after={wordsOf(form)} />
      </div>
    </form>
  );
}

const wordsOf = ({ title, body }: TicketForm) => `${title}\n\n${body}\n`;

/** Removed and added lines; unchanged ones are left out. */
function Difference({ before, after }: { before: string; after: string }) {
  if (before === after) return <p className="hint">No differences.</p>;
  const parts = diffLines(before, after);
  let at = 0;
  return (
    <pre className="difference">
      {parts.map(({ added, removed, value }) => {
        at += value.length;
        if (added) return <ins key={at}>{marked(value, '+')}</ins>;
        return removed ? <del key={-at}>{marked(value, '-')}</del> : null;
      })}
    </pre>
  );
}

function marked(lines: string, sign: string): string {
  return lines.replace(/^(?=.|\n)/gm, `${sign} `).replace(/[+-] $/, '');
}
