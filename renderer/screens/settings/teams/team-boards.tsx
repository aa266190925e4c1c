// The boards a team uses: a board at GitHub, a pipeline of a ZenHub workspace, both or neither. Chosen from what the services
// offer if they are available, else typed.
import { splitRepository } from '../../../../electron/core/domain/repository-name.ts';
import { useCall } from '../../../bridge/queries.ts';
import { ChoiceField, type FormOfTeam, SwitchField, TextField } from './team-fields.tsx';

export function TeamBoards({ form }: { form: FormOfTeam }) {
  const { repository, boardOwner, workspace, pipeline, board } = form.words;
  const owner = boardOwner.trim() || splitRepository(repository).owner;
  const boards = useCall('boards.list', { owner, beside: repository.slice(0, 300) }).data;
  const pipelines = boards?.workspaces?.find(({ id }) => id === workspace)?.pipelines ?? [];
  const statuses = boards?.projects?.find(({ number }) => String(number) === board.trim())?.statuses ?? [];
  return (
    <>
      <ChoiceField
        form={form}
        field="board"
        label="Board at GitHub"
        description="by its number; empty for none"
        choices={boards?.projects?.map(({ number, title }) => ({ value: String(number), name: title })) ?? []}
      />
      {board.trim() !== '' && (
        <>
          <ChoiceField
            form={form}
            field="column"
            label="Column for new tickets"
            description="its Status"
            choices={statuses}
          />
          <TextField form={form} field="boardOwner" label="Owner of the board" />
          <TextField
            form={form}
            field="boardFields"
            label="Other fields of the board"
            description="like Priority: High; Found: yes"
          />
          <SwitchField form={form} field="projectOn" label="New tickets go onto this board" />
        </>
      )}
      <ChoiceField
        form={form}
        field="workspace"
        label="ZenHub workspace"
        description="empty for none"
        choices={boards?.workspaces?.map(({ id, name }) => ({ value: id, name })) ?? []}
      />
      <ChoiceField
        form={form}
        field="pipeline"
        label="ZenHub pipeline"
        description="for new tickets"
        choices={pipelines}
      />
      {`${workspace}${pipeline}`.trim() !== '' && (
        <SwitchField form={form} field="zenhubOn" label="New tickets go into this pipeline of ZenHub" />
      )}
    </>
  );
}
