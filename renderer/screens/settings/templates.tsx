// Answer templates: written, edited and deleted here; used from a case.

import { useState } from 'react';
import type { Template } from '../../../electron/contract/queue-calls.ts';
import { useAct, useCall } from '../../bridge/queries.ts';
import { Choose } from '../../components/choose.tsx';
import { toast, toastError } from '../../components/toast.tsx';
import { usesInWords } from '../../components/words.ts';

const VARIABLES = ['reference', 'title', 'reported', 'source', 'team', 'ticket', 'problem', 'known'];

type Draft = Pick<Template, 'name' | 'body' | 'problem'> & { readonly id?: Template['id'] };

export function Templates() {
  const templates = useCall('templates.list', {}).data?.templates ?? [];
  const [draft, setDraft] = useState<Draft | null>(null);
  const drop = useAct('templates.drop', () => toast('Template deleted.'));
  return (
    <section className="card" id="templates" aria-labelledby="templates-title">
      <header>
        <h2 id="templates-title">Answer templates</h2>
        <span>a case puts its own words for {VARIABLES.map((name) => `{{${name}}}`).join(' ')}</span>
      </header>
      <ul className="templates">
        {templates.map((one) => (
          <li key={one.id}>
            <b>{one.name}</b>
            <span className="meta">{usesInWords(one.uses)}</span>
            <p>{one.body}</p>
            <span className="row-actions">
              <button
                type="button"
                className="button quiet"
                aria-label={`Change ${one.name}`}
                onClick={() => setDraft(one)}
              >
                Change
              </button>
              <button
                type="button"
                className="button quiet"
                aria-label={`Delete ${one.name}`}
                onClick={() => drop.mutate({ id: one.id }, { onError: toastError })}
              >
                Delete
              </button>
            </span>
          </li>
        ))}
      </ul>
      {draft === null ? (
        <button type="button" className="button" onClick={() => setDraft({ name: '', body: '', problem: null })}>
          Write a template
        </button>
      ) : (
        <TemplateForm key={draft.id ?? 'new'} draft={draft} done={() => setDraft(null)} />
      )}
    </section>
  );
}

function TemplateForm({ draft, done }: { draft: Draft; done: () => void }) {
  const [name, setName] = useState(draft.name);
  const [body, setBody] = useState(draft.body);
  const [problem, setProblem] = useState(draft.problem ?? '');
  const problems = useCall('cases.counts', {}).data?.counts.trend.filter(({ value }) => value !== '') ?? [];
  const save = useAct('templates.save', () => {
    toast('Template saved.');
    done();
  });
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        const id = draft.id === undefined ? {} : { id: draft.id };
        save.mutate({ ...id, name, body, problem: problem === '' ? null : problem }, { onError: toastError });
      }}
    >
      <label>
        Name
        <input value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
      </label>
      <label>
        Text
        <textarea rows={5} value={body} onChange={(event) => setBody(event.target.value)} />
      </label>
      <label>
        Suggested for
        <Choose
          value={problem}
          choices={[['', 'any problem'], ...problems.map(({ value, name: title }) => [value, title] as const)]}
          onPick={setProblem}
        />
      </label>
      <span className="row-actions">
        <button type="submit" className="button primary" disabled={name.trim() === '' || body.trim() === ''}>
          Save template
        </button>
        <button type="button" className="button" onClick={done}>
          Cancel
        </button>
      </span>
    </form>
  );
}
