// What can be done about a case's time: pause it, set its priority or an ETA, snooze its alerts.

import { useRef, useState } from 'react';
import type { Input } from '../../electron/contract/calls.ts';
import type { CaseId } from '../../electron/core/domain/ids.ts';
import { PAUSE_NAMES, PAUSES, PRIORITIES } from '../../electron/core/domain/obligation.ts';
import { DAY_MS, HOUR_MS } from '../../electron/core/domain/time.ts';
import { useAct, useCall } from '../bridge/queries.ts';
import { useDeskUi } from '../desk-ui.ts';
import { whoIn } from '../state/triage-words.ts';
import { DeskDialog } from './dialog.tsx';
import { type Choice, type Head, PickList } from './pick-list.tsx';
import { copyText } from './save-file.ts';
import { toast, toastError } from './toast.tsx';
import { durationInWords, exactTime } from './words.ts';

interface TimeChoice extends Choice {
  readonly act: (now: number) => Input<'follow-up.act'>['act'] | 'request-more';
}

const CHOICES: readonly TimeChoice[] = [
  {
    id: 'request-more',
    title: 'Ask Tier 2 for more',
    hint: 'copies the note, and the clock waits for Tier 2',
    act: () => 'request-more',
  },
  ...PAUSES.map((reason) => ({
    id: `pause-${reason}`,
    title: `Pause: ${PAUSE_NAMES[reason]}`,
    hint: 'its own clocks pause until you resume them',
    act: () => ({ verb: 'pause' as const, reason }),
  })),
  { id: 'resume', title: 'Resume', hint: 'ends a pause', act: () => ({ verb: 'resume' }) },
  ...PRIORITIES.map((priority) => ({
    id: `priority-${priority}`,
    title: `Priority ${priority}`,
    hint: 'its targets for first response and resolution start now',
    act: () => ({ verb: 'set-priority' as const, priority }),
  })),
  {
    id: 'priority-none',
    title: 'No priority',
    hint: 'only the general targets apply',
    act: () => ({ verb: 'set-priority', priority: null }),
  },
  ...[1, 3, 5, 10].map((days) => ({
    id: `eta-${days}`,
    title: `ETA in ${days} ${days === 1 ? 'day' : 'days'}`,
    hint: 'the team said so; no reminders until then',
    act: (now: number) => ({ verb: 'set-eta' as const, etaAt: now + days * DAY_MS }),
  })),
  ...[
    [1, '1 hour'],
    [4, '4 hours'],
    [24, '1 day'],
    [72, '3 days'],
  ].map(([hours, words]) => ({
    id: `snooze-${hours}`,
    title: `Snooze ${words}`,
    hint: 'no alert for this case until then',
    act: (now: number) => ({ verb: 'snooze' as const, until: now + Number(hours) * HOUR_MS }),
  })),
];

/** The spans of a snooze, each with the time at which it ends. */
function snoozesFrom(now: number): TimeChoice[] {
  return CHOICES.flatMap((one) => {
    const act = one.act(now);
    return typeof act === 'object' && act.verb === 'snooze' ? [{ ...one, hint: `until ${exactTime(act.until)}` }] : [];
  });
}

const choice = (id: string) => CHOICES.filter((one) => one.id === id);
const head = (word: string, title: string, hint: string): Head => ({ id: `head-${word}`, word, title, hint });

/** What is offered before anything is typed. */
const HEADS: readonly (TimeChoice | Head)[] = [
  head('ETA', 'ETA …', 'when the team says the fix will be there'),
  head('Snooze', 'Snooze …', 'no alert until then'),
  head('Pause:', 'Pause …', 'its own clocks pause: for Tier 2, a release, or on hold'),
  ...choice('resume'),
  ...choice('request-more'),
  head('Priority', 'Priority …', 'targets of its own'),
];

export function PickTime() {
  const { list, dialog, now } = useDeskUi();
  const named = dialog?.kind === 'time' ? dialog : undefined;
  const who = named?.who ?? whoIn(list);
  return (
    <>
      <DeskDialog kind="time" title={`Time of ${who}`}>
        <TimeChoices
          choices={CHOICES}
          placeholder="An ETA like “fri 3pm” or “12/03”; pause, priority, snooze"
          caseIds={named?.caseIds}
          heads={HEADS}
          who={who}
        />
      </DeskDialog>
      <DeskDialog kind="snooze" title={`Snooze ${who}`}>
        <TimeChoices
          choices={snoozesFrom(now())}
          placeholder="Until when: “mon 9am”, “in 2 hours”"
          isSnooze
          who={who}
        />
      </DeskDialog>
    </>
  );
}

interface TimeChoicesProps {
  readonly choices: readonly TimeChoice[];
  readonly placeholder: string;
  readonly caseIds?: readonly CaseId[] | undefined;
  readonly isSnooze?: boolean;
  /** Whose time it is. */
  readonly who: string;
  readonly heads?: readonly (TimeChoice | Head)[];
}

/** What the typed text means as a time, as choices that say so; awaited while the text is being read. */
function useTimeInWords(
  words: string,
  isSnooze: boolean,
): { readonly typed: readonly TimeChoice[]; readonly isAwaited: boolean } {
  const bare = words.replace(/^\s*(?:eta|snooze|until|till|by)\b/i, '').trim();
  const isAsked = bare !== '';
  const etaRead = useCall('time.read', { words: bare, for: 'eta' }, isAsked && !isSnooze);
  const snoozeRead = useCall('time.read', { words: bare, for: 'snooze' }, isAsked);
  const [eta, snooze] = [etaRead.data, snoozeRead.data];
  // What fewer letters meant is not what is meant now.
  const isOpen = (read: typeof etaRead) => read.isFetching && (read.isPending || read.isPlaceholderData);
  const isAwaited = isAsked && (isOpen(etaRead) || isOpen(snoozeRead));
  const choices: TimeChoice[] = [];
  const hintOf = (minutes: number) =>
    minutes <= 0 ? 'no business time from now' : `${durationInWords(minutes)} of business time from now`;
  if (isAsked && !isSnooze && eta?.at != null) {
    const etaAt = eta.at;
    choices.push({
      id: 'eta-typed',
      title: `ETA ${exactTime(etaAt)}`,
      hint: hintOf(eta.businessMinutes),
      act: () => ({ verb: 'set-eta', etaAt }),
    });
  }
  if (isAsked && snooze?.at != null) {
    const until = snooze.at;
    choices.push({
      id: 'snooze-typed',
      title: `Snooze until ${exactTime(until)}`,
      hint: hintOf(snooze.businessMinutes),
      act: () => ({ verb: 'snooze', until }),
    });
  }
  return { typed: /^\s*snooze/i.test(words) ? choices.reverse() : choices, isAwaited };
}

/** What was done, as the message about it says. */
function doneInWords(act: Input<'follow-up.act'>['act']): string {
  switch (act.verb) {
    case 'set-eta':
      return `ETA ${exactTime(act.etaAt)}`;
    case 'snooze':
      return `snoozed until ${exactTime(act.until)}`;
    case 'pause':
      return PAUSE_NAMES[act.reason];
    case 'resume':
      return 'its clocks run again';
    case 'set-priority':
      return act.priority === null ? 'no priority' : `priority ${act.priority}`;
  }
}

function TimeChoices({ choices, placeholder, caseIds, isSnooze = false, heads, who }: TimeChoicesProps) {
  const ui = useDeskUi();
  const [words, setWords] = useState('');
  // Said when it is done, by which time another case may be chosen.
  const whose = useRef(who);
  const { typed, isAwaited } = useTimeInWords(words, isSnooze);
  const act = useAct('follow-up.act', ({ actId }, { act: done }) =>
    toast(`${whose.current}: ${doneInWords(done)}.`, () => ui.undo(actId)),
  );
  const request = useAct('follow-up.requestMore', ({ text }) => {
    copyText(text).then(
      () => toast('The note to Tier 2 is on the clipboard; the clock waits for them.', () => ui.undo()),
      () => toastError(new Error('The note could not be copied, but the clock now waits for Tier 2.')),
    );
  });
  const { selected, targets } = ui.list;
  return (
    <PickList
      label="Time"
      placeholder={placeholder}
      nothing="Nothing like that can be done about time."
      choices={choices}
      {...(heads !== undefined && { heads })}
      first={typed}
      isAwaited={isAwaited}
      onType={setWords}
      onPick={(choice) => {
        ui.ask(null);
        const chosen = choice.act(ui.now());
        if (chosen !== 'request-more')
          act.mutate({ caseIds: [...(caseIds ?? targets)], act: chosen }, { onError: toastError });
        else if (selected !== null) request.mutate({ id: selected.id }, { onError: toastError });
      }}
    />
  );
}
