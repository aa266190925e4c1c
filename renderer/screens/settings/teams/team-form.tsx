// The page of one team. Each field says what is wrong with it when it has been left; what is typed is kept until it is saved.
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Team } from '../../../../electron/contract/schemas.ts';
import { keysOf } from '../../../../electron/core/domain/records.ts';
import { useAct } from '../../../bridge/queries.ts';
import { Choose } from '../../../components/choose.tsx';
import { submitByKey } from '../../../components/form-keys.ts';
import { Kbd } from '../../../components/kbd.tsx';
import { toast, toastError } from '../../../components/toast.tsx';
import { TypedNote } from '../../../components/typed-note.tsx';
import { useDeskUi } from '../../../desk-ui.ts';
import { holdKeys } from '../../../state/held-keys.ts';
import { useTypedWords } from '../../../state/typed-words.ts';
import { TeamBoards } from './team-boards.tsx';
import { type FormOfTeam, fieldId, ListField, TextField } from './team-fields.tsx';
import { isOn, onWord, readTeam, type TeamField, wordsOfTeam } from './team-words.ts';

interface TeamFormProps {
  /** Null for a new one. */
  readonly was: string | null;
  readonly team: Team;
  /** Called with the label of what was saved; null if the team is gone. */
  readonly done: (label: string | null) => void;
}

export function TeamForm({ was, team, done }: TeamFormProps) {
  const ui = useDeskUi();
  const saved = wordsOfTeam(team);
  const typed = useTypedWords<TeamField>('team', was ?? '', saved);
  const { words } = typed;
  const [left, setLeft] = useState<readonly TeamField[]>([]);
  const others = ui.teams.filter(({ label }) => label !== was);
  const read = readTeam(words, others);
  const isChanged = keysOf(saved).some((field) => words[field] !== saved[field]);
  const save = useAct('directory.save', ({ actId }) => {
    typed.clear();
    toast(`${words.name} saved.`, () => ui.undo(actId));
    done(words.label.trim());
  });
  const drop = useAct('directory.drop', ({ actId }) => {
    typed.clear();
    toast(`${team.name} deleted.`, () => ui.undo(actId));
    done(null);
  });
  const form: FormOfTeam = {
    words,
    type: typed.type,
    problemOf: (field) =>
      left.includes(field) ? read.problems.find((one) => one.field === field)?.message : undefined,
    left: (field) => setLeft((before) => (before.includes(field) ? before : [...before, field])),
  };
  function submit(): void {
    setLeft(keysOf(words));
    const [wrong] = read.problems;
    if (wrong !== undefined) document.getElementById(fieldId(wrong.field))?.focus();
    // What is typed meanwhile is meant for the list that comes then.
    else if (read.team !== null && isChanged) holdKeys(save.mutateAsync({ was, team: read.team }).catch(toastError));
  }
  return (
    <form
      className="team-form"
      aria-label={was === null ? 'New team' : `Team ${team.name}`}
      noValidate
      onKeyDown={submitWhole}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Part title="Team" hint="as people call it and reach it">
        <TextField form={form} field="name" label="Name" />
        <TextField form={form} field="slackChannel" label="Slack channel" />
      </Part>
      <Part title="Tickets" hint="where they open, and what marks them">
        <TextField form={form} field="label" label="Label at GitHub" />
        <ListField form={form} field="extraLabels" label="Further labels" />
        <div className="whole">
          <TextField
            form={form}
            field="repository"
            label="Repository"
            description="its address, or owner/name; on another GitHub, host/owner/name"
          />
        </div>
      </Part>
      <Part title="People" hint="by their logins at GitHub">
        <ListField form={form} field="assignees" label="Assignees" description="of a new ticket" />
        <TextField
          form={form}
          field="productManager"
          label="Product manager"
          description="asked when the team does not answer"
        />
      </Part>
      <Part title="Boards" hint="where a new ticket stands">
        <TeamBoards form={form} />
      </Part>
      <Part title="Call center" hint="which cases come here">
        <div className="whole">
          <ListField
            form={form}
            field="covers"
            label="Covers"
            description="words of a case that lead to this team, like refill, labs, inbox"
          />
        </div>
        <Choice
          label="Who uses its tools"
          value={words.audience === 'staff' ? 'staff' : 'veteran'}
          choices={[
            ['veteran', 'Veterans'],
            ['staff', 'Staff'],
          ]}
          onPick={(audience) => typed.type({ audience })}
        />
        <Choice
          label="Scope"
          value={isOn(words.inScope) ? 'in' : 'out'}
          choices={[
            ['in', 'Tier 3 handles its cases'],
            ['out', 'Out of scope: rerouted'],
          ]}
          onPick={(scope) => typed.type({ inScope: onWord(scope === 'in') })}
        />
      </Part>
      <div className="team-actions">
        <button type="submit" className="button primary" aria-disabled={!isChanged} disabled={save.isPending}>
          Save team <Kbd keys="$mod+Enter" />
        </button>
        <TypedNote typed={typed} />
        {was !== null && (
          <button
            type="button"
            className="button quiet"
            disabled={drop.isPending}
            onClick={() => drop.mutate({ label: was }, { onError: toastError })}
          >
            Delete team
          </button>
        )}
      </div>
    </form>
  );
}

function Part({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
  return (
    <fieldset>
      <legend>
        {title} <span className="hint">{hint}</span>
      </legend>
      {children}
    </fieldset>
  );
}

function Choice<T extends string>({ label, ...rest }: { label: string } & Parameters<typeof Choose<T>>[0]) {
  return (
    <label className="choice-field">
      {label}
      <Choose {...rest} />
    </label>
  );
}

/** What stands in a field of several words without a comma yet is taken too. */
function submitWhole(event: KeyboardEvent<HTMLFormElement>): void {
  const field = document.activeElement;
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && field instanceof HTMLElement) {
    flushSync(() => field.blur());
    field.focus();
  }
  submitByKey(event);
}
