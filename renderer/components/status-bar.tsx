// The status bar: the state of the services and what fixes it, what is pending, and the two keys that lead to
// everything else.
import { IconCircleCheck, IconCircleDashed, IconCloudOff, IconPlugConnectedX } from '@tabler/icons-react';
import { useConnection } from '../bridge/connection.ts';
import { useCall } from '../bridge/queries.ts';
import { useBegunKey } from '../commands/begun-sequence.ts';
import { keysOf } from '../commands/catalogue.ts';
import { useDeskUi } from '../desk-ui.ts';
import { useBodyClass } from '../state/use-body-class.ts';
import type { CaseList } from '../state/use-list.ts';
import { Kbd } from './kbd.tsx';
import { signalOf } from './signal.ts';
import { SILENCE } from './silence-notice.tsx';
import { useErrorRoom, useShownToasts } from './toast.tsx';
import { plural } from './words.ts';

const ICONS = { fine: IconCircleCheck, waits: IconCircleDashed, trouble: IconCloudOff } as const;

export function StatusBar() {
  const ui = useDeskUi();
  const { list } = ui;
  const connection = useConnection();
  const begun = useBegunKey();
  const { isSaid, isError } = useShownToasts();
  useBodyClass('with-said', isSaid);
  useBodyClass('with-error', isError);
  useErrorRoom();
  const known = useCall('outbox.list', { most: 0 }).data?.sync;
  const sync = connection === 'answers' ? known : undefined;
  const signal = sync && signalOf(sync);
  const Icon = ICONS[signal?.tone ?? 'waits'];
  const missed = list.groups.find((group) => group.key === 'missed')?.count ?? 0;
  return (
    <footer className="foot" data-said={isSaid}>
      <div className="standing">
        <span className="signal" role="status" title={signal?.words}>
          {signal && <Icon size={14} aria-hidden />}
          {connection !== 'answers' && <IconPlugConnectedX size={14} aria-hidden />}
          <span>
            {connection !== 'answers' && `${SILENCE[connection].title}. What is shown may have changed.`}
            {signal?.words} {sync && (sync.waiting === 0 ? 'Outbox empty.' : `${sync.waiting} waiting in the outbox.`)}
            {sync && sync.attention > 0 && ` ${plural(sync.attention, 'entry needs', 'entries need')} you.`}
          </span>
        </span>
        {signal?.mend && (
          <button type="button" className="link" onClick={() => signal.mend?.run(ui)}>
            {signal.mend.label} <Kbd keys={keysOf('mend')} />
          </button>
        )}
      </div>
      <span>
        {ui.screen === 'board' ? cardsShown(list) : `${plural(list.total, 'case')} shown`}
        {ui.screen !== 'board' && missed > 0 && `, ${missed.toLocaleString('en-US')} missed`}
        {list.marked.size > 0 && `, ${list.marked.size.toLocaleString('en-US')} marked`}
      </span>
      <span className="foot-keys">
        {begun === null ? (
          <>
            <Kbd keys="?" /> help &nbsp;
            <Kbd keys="$mod+K" /> anything
          </>
        ) : (
          <>
            <Kbd keys={begun} /> and then? &nbsp;
            <Kbd keys="Esc" /> forgets it
          </>
        )}
      </span>
    </footer>
  );
}

/** A column of the board only shows the first of its cases. */
function cardsShown({ total, board }: CaseList): string {
  const all = board.lanes.flatMap(({ columns }) => columns).reduce((sum, column) => sum + column.total, 0);
  return total === all
    ? `${plural(total, 'case')} shown`
    : `${total} of ${all.toLocaleString('en-US')} cases shown, the first of each column`;
}
