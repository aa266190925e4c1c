// The ticket's place on its team's board: in ZenHub, on a GitHub board, or both. Empty fields change nothing.

import type { Input } from '../../../electron/contract/calls.ts';
import type { Team } from '../../../electron/contract/schemas.ts';
import { boardsOf } from '../../../electron/core/domain/team-boards.ts';
import { useCall } from '../../bridge/queries.ts';
import { NumberField } from '../../components/number-field.tsx';
import { Words } from '../../components/words-field.tsx';

/** What the lead typed, verbatim. */
export interface Place {
  readonly pipeline?: string;
  readonly estimate?: string;
  readonly priority?: string;
  readonly epic?: string;
  readonly status?: string;
}

/** The corresponding part of the call; only what was typed. */
export function placeInput(place: Place, team: Team | undefined): Pick<Input<'tickets.change'>, 'board' | 'project'> {
  const { pipeline = '', estimate = '', priority = '', epic = '', status = '' } = place;
  const isZenHub = [pipeline, estimate, priority, epic].some((words) => words.trim() !== '');
  return {
    ...(isZenHub && {
      board: {
        pipeline: pipeline.trim() || (boardsOf(team).zenhub?.pipeline ?? ''),
        ...(estimate.trim() !== '' && { estimate: Number(estimate) }),
        ...(priority.trim() !== '' && { priority: priority.trim() }),
        ...(epic.trim() !== '' && { epic: epic.trim() }),
      },
    }),
    ...(status.trim() !== '' && { project: { Status: status.trim() } }),
  };
}

interface BoardPlaceProps {
  readonly team: Team;
  readonly place: Place;
  readonly change: (place: Place) => void;
}

export function BoardPlace({ team, place, change }: BoardPlaceProps) {
  const { zenhub, project } = boardsOf(team);
  const boards = useCall('boards.list', { owner: project?.owner ?? '' }).data;
  const pipelines = boards?.workspaces?.find(({ id }) => id === zenhub?.workspaceId)?.pipelines ?? [];
  const statuses = boards?.projects?.find(({ number }) => number === project?.number)?.statuses ?? [];
  return (
    <>
      {zenhub !== null && (
        <>
          <Words
            label="ZenHub pipeline"
            placeholder="unchanged"
            choices={pipelines}
            value={place.pipeline}
            onChange={(pipeline) => change({ ...place, pipeline })}
          />
          <NumberField
            label="Estimate, story points"
            placeholder="unchanged"
            min={0}
            value={place.estimate === undefined || place.estimate === '' ? null : Number(place.estimate)}
            onPick={(estimate) => change({ ...place, estimate: estimate === null ? '' : String(estimate) })}
          />
          <Words
            label="ZenHub priority"
            placeholder="unchanged"
            value={place.priority}
            onChange={(priority) => change({ ...place, priority })}
          />
          <Words
            label="Epic, by its title"
            placeholder="unchanged"
            value={place.epic}
            onChange={(epic) => change({ ...place, epic })}
          />
        </>
      )}
      {project !== null && (
        <Words
          label={`Column on board ${project.number} of ${project.owner}`}
          placeholder="as it is"
          choices={statuses}
          value={place.status}
          onChange={(status) => change({ ...place, status })}
        />
      )}
    </>
  );
}
