// Where a team's tickets are now, and one button that switches new ones between the GitHub board and ZenHub.
import type { Team } from '../../../../electron/contract/schemas.ts';
import { placesOf } from '../../../../electron/core/domain/team-boards.ts';
import { useAct } from '../../../bridge/queries.ts';
import { toast, toastError } from '../../../components/toast.tsx';
import { useDeskUi } from '../../../desk-ui.ts';

export function BoardSwitch({ team }: { team: Team }) {
  const ui = useDeskUi();
  const { zenhub, project } = team;
  const toZenHub = zenhub?.on !== true;
  const name = toZenHub ? 'ZenHub' : 'the board at GitHub';
  const save = useAct('directory.save', ({ actId }) =>
    toast(`New tickets of ${team.name} go to ${name}.`, () => ui.undo(actId)),
  );
  const places = placesOf(team);
  const switched = {
    ...team,
    zenhub: zenhub && { ...zenhub, on: toZenHub },
    project: project && { ...project, on: !toZenHub },
  };
  const canSwitch = toZenHub ? zenhub !== null : project !== null;
  return (
    <span className="board-switch">
      {places.length === 0 ? (
        <span className="hint">none</span>
      ) : (
        places.map((place) => <span key={place}>{place}</span>)
      )}
      {canSwitch && (
        <button
          type="button"
          className="button quiet"
          aria-label={`${team.name}: use ${name}`}
          disabled={save.isPending}
          onClick={() => save.mutate({ was: team.label, team: switched }, { onError: toastError })}
        >
          Use {name}
        </button>
      )}
    </span>
  );
}
