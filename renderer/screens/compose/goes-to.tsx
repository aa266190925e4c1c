// Where the ticket goes: repository, labels, people, boards and the fields it gets there.
import type { TicketDraft } from '../../../electron/contract/schemas.ts';

export function GoesTo({ draft }: { draft: TicketDraft }) {
  const { repository, labels, assignees, places, boardFields } = draft;
  if (repository === null) return null;
  return (
    <dl className="fields goes-to">
      <dt>Repository</dt>
      <dd>{repository}</dd>
      <dt>Labels</dt>
      <dd className="labels">
        {labels.map((label) => (
          <span key={label} className="team">
            {label}
          </span>
        ))}
      </dd>
      {assignees.length > 0 && (
        <>
          <dt>Assignees</dt>
          <dd>{assignees.map((login) => `@${login}`).join(', ')}</dd>
        </>
      )}
      {places.length > 0 && (
        <>
          <dt>Boards</dt>
          <dd className="labels">
            {places.map((place) => (
              <span key={place}>{place}</span>
            ))}
          </dd>
        </>
      )}
      {boardFields.map(({ name, value }) => (
        <BoardField key={name} name={name} value={value} />
      ))}
    </dl>
  );
}

function BoardField({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
