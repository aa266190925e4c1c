// The boards a team uses: a pipeline of a ZenHub workspace, a GitHub board, both or neither. Chosen from what the
// services offer if they are available, else typed.
import { useState } from 'react';
import type { Team } from '../../../electron/contract/schemas.ts';
import { splitRepository } from '../../../electron/core/domain/repository-name.ts';
import { useCall } from '../../bridge/queries.ts';
import { Words } from '../../components/words-field.tsx';

type ZenHub = NonNullable<Team['zenhub']>;
type Project = NonNullable<Team['project']>;

const COLUMN = 'Status';

export function TeamBoards({ team, change }: { team: Team; change: (part: Partial<Team>) => void }) {
  const { zenhub, project } = team;
  const owner = project?.owner ?? splitRepository(team.repository).owner;
  const boards = useCall('boards.list', { owner, beside: team.repository }).data;
  const pipelines = boards?.workspaces?.find(({ id }) => id === zenhub?.workspaceId)?.pipelines ?? [];
  const statuses = boards?.projects?.find(({ number }) => number === project?.number)?.statuses ?? [];

  const [others, setOthers] = useState(project === null ? '' : otherFields(project));

  const setZenHub = (part: Partial<ZenHub>) => {
    const next = { workspaceId: '', pipeline: '', on: true, ...zenhub, ...part };
    change({ zenhub: next.workspaceId === '' && next.pipeline === '' ? null : next });
  };
  const setProject = (part: Partial<Project>) => {
    change({ project: { owner, number: 0, fields: { [COLUMN]: 'Tier 3 Support' }, on: true, ...project, ...part } });
  };
  const setColumn = (column: string) => {
    const { [COLUMN]: _, ...rest } = project?.fields ?? {};
    setProject({ fields: column === '' ? rest : { ...rest, [COLUMN]: column } });
  };
  return (
    <>
      <Words
        label="ZenHub workspace"
        choices={boards?.workspaces?.map(({ id, name }) => ({ value: id, name })) ?? []}
        value={zenhub?.workspaceId}
        onChange={(workspaceId) => setZenHub({ workspaceId })}
      />
      <Words
        label="ZenHub pipeline"
        choices={pipelines}
        value={zenhub?.pipeline}
        onChange={(pipeline) => setZenHub({ pipeline })}
      />
      {zenhub !== null && (
        <Switch label="New tickets go into this pipeline of ZenHub" on={zenhub.on} change={(on) => setZenHub({ on })} />
      )}
      <Words
        label="Board at GitHub, by its number"
        choices={boards?.projects?.map(({ number, title }) => ({ value: String(number), name: title })) ?? []}
        value={project === null || project.number === 0 ? '' : String(project.number)}
        onChange={(words) => setProject({ number: Number.parseInt(words, 10) || 0 })}
      />
      {project !== null && (
        <>
          <Switch label="New tickets go onto this board" on={project.on} change={(on) => setProject({ on })} />
          <Words label="Owner of the board" value={project.owner} onChange={(name) => setProject({ owner: name })} />
          <Words
            label="Its column (Status) for new tickets"
            choices={statuses}
            value={project.fields[COLUMN] ?? ''}
            onChange={setColumn}
          />
          <Words
            label="Its other fields, like Priority: High; Found: yes"
            value={others}
            onChange={(words) => {
              setOthers(words);
              setProject({ fields: readFields(words, project.fields[COLUMN]) });
            }}
          />
        </>
      )}
    </>
  );
}

function Switch({ label, on, change }: { label: string; on: boolean; change: (on: boolean) => void }) {
  return (
    <label className="check">
      <input type="checkbox" checked={on} onChange={(event) => change(event.target.checked)} />
      {label}
    </label>
  );
}

function otherFields({ fields }: Project): string {
  return Object.entries(fields)
    .filter(([name]) => name !== COLUMN)
    .map(([name, value]) => `${name}: ${value}`)
    .join('; ');
}

function readFields(words: string, column: string | undefined): Record<string, string> {
  const pairs = words
    .split(';')
    .map((pair) => pair.split(':'))
    .map(([name = '', ...rest]) => [name.trimStart(), rest.join(':').trimStart()] as const)
    .filter(([name, value]) => name !== '' && value !== '');
  return { ...(column !== undefined && { [COLUMN]: column }), ...Object.fromEntries(pairs) };
}
