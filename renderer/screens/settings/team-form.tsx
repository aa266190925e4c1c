// One team in the directory. Lists are separated by commas.
import { useState } from 'react';
import type { Team } from '../../../electron/contract/schemas.ts';
import { useAct } from '../../bridge/queries.ts';
import { toast, toastError } from '../../components/toast.tsx';
import { useDeskUi } from '../../desk-ui.ts';
import { TeamBoards } from './team-boards.tsx';

const listed = (text: string) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

const WORDS = [
  ['name', 'Name'],
  ['label', 'Label at GitHub'],
  ['repository', 'Repository: its address, or owner/name; of another GitHub host/owner/name'],
  ['productManager', 'Product manager (login)'],
  ['slackChannel', 'Slack channel'],
] as const;
const LISTS = [
  ['covers', 'Covers: words like refill, labs, inbox'],
  ['assignees', 'Assignees (logins)'],
  ['extraLabels', 'Further labels'],
] as const;

export function TeamForm({ was, team, done }: { was: string | null; team: Team; done: () => void }) {
  const ui = useDeskUi();
  const [draft, setDraft] = useState(team);
  const [lists, setLists] = useState({
    covers: team.covers.join(', '),
    assignees: team.assignees.join(', '),
    extraLabels: team.extraLabels.join(', '),
  });
  const save = useAct('directory.save', ({ activityId }) => {
    toast(`${draft.name} saved.`, () => ui.undo(activityId));
    done();
  });
  const drop = useAct('directory.drop', ({ activityId }) => {
    toast(`${team.name} dropped.`, () => ui.undo(activityId));
    done();
  });
  const change = (part: Partial<Team>) => setDraft({ ...draft, ...part });
  return (
    <form
      className="form team-form"
      aria-label={was === null ? 'New team' : `Team ${team.name}`}
      onSubmit={(event) => {
        event.preventDefault();
        const whole = {
          ...draft,
          // Without a number there is no board.
          project: (draft.project?.number ?? 0) < 1 ? null : draft.project,
          covers: listed(lists.covers),
          assignees: listed(lists.assignees),
          extraLabels: listed(lists.extraLabels),
        };
        save.mutate({ was, team: whole }, { onError: toastError });
      }}
    >
      {WORDS.map(([field, name]) => (
        <label key={field}>
          {name}
          <input value={draft[field]} onChange={(event) => change({ [field]: event.target.value })} />
        </label>
      ))}
      {LISTS.map(([field, name]) => (
        <label key={field}>
          {name}
          <input value={lists[field]} onChange={(event) => setLists({ ...lists, [field]: event.target.value })} />
        </label>
      ))}
      <TeamBoards team={draft} change={change} />
      <label>
        Who uses its tools
        <select
          value={draft.audience}
          onChange={(event) => change({ audience: event.target.value === 'staff' ? 'staff' : 'veteran' })}
        >
          <option value="veteran">Veterans</option>
          <option value="staff">Staff</option>
        </select>
      </label>
      <label>
        Scope
        <select
          value={draft.inScope ? 'in' : 'out'}
          onChange={(event) => change({ inScope: event.target.value === 'in' })}
        >
          <option value="in">Tier 3 handles its cases</option>
          <option value="out">Out of scope: rerouted</option>
        </select>
      </label>
      <span className="row-actions">
        <button type="submit" className="button primary" disabled={save.isPending}>
          Save team
        </button>
        <button type="button" className="button" onClick={done}>
          Leave it
        </button>
        {was !== null && (
          <button
            type="button"
            className="button quiet"
            onClick={() => drop.mutate({ label: was }, { onError: toastError })}
          >
            Delete team
          </button>
        )}
      </span>
    </form>
  );
}
