import type { Thread } from '../../../electron/contract/reply-calls.ts';
import { TeamChip } from '../../components/team-chip.tsx';
import { exactTime, plainWords, shortTitle } from '../../components/words.ts';
import { useDeskUi } from '../../desk-ui.ts';
import { rowId } from '../../state/screen-list.ts';

export function ThreadRow({ thread, isChosen, onClick }: { thread: Thread; isChosen: boolean; onClick: () => void }) {
  const { teams } = useDeskUi();
  const { ticketId, title, number, author, saidAt, words, unread, team } = thread;
  return (
    <div
      id={rowId(ticketId)}
      className={unread > 0 ? 'thread unread' : 'thread'}
      role="option"
      aria-selected={isChosen}
      onClick={onClick}
    >
      <span className="dot" aria-hidden="true" />
      <span className="thread-title" title={title}>
        <b>{shortTitle(title)}</b>
        <span className="visually-hidden">{unread > 0 ? `, ${unread} unread` : ', read'}</span>
      </span>
      <time dateTime={new Date(saidAt).toISOString()}>{exactTime(saidAt)}</time>
      <span className="thread-words">
        {author}: {plainWords(words)}
      </span>
      <span className="thread-where">
        #{number} <TeamChip label={team} teams={teams} />
      </span>
    </div>
  );
}
