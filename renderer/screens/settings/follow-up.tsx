// What the desk may do automatically, and when it may notify.

import { useState } from 'react';
import { type FollowUpSettings, SENDING_DELAYS } from '../../../electron/contract/time-schemas.ts';
import { Check } from '../../components/check.tsx';
import { Choose } from '../../components/choose.tsx';
import { TimeField } from '../../components/time-field.tsx';
import { useSetting } from '../../state/use-setting.ts';

const delayOf = (seconds: string) => SENDING_DELAYS.find((one) => one === Number(seconds)) ?? 10;
const EVENING = { from: 18 * 60, to: 8 * 60 };

export function FollowUp() {
  const [followUp, save, isSaving] = useSetting('followUp');
  return followUp === undefined ? null : <FollowUpForm {...{ followUp, save, isSaving }} />;
}

interface FormProps {
  readonly followUp: FollowUpSettings;
  readonly save: (next: FollowUpSettings) => void;
  readonly isSaving: boolean;
}

function FollowUpForm({ followUp, save, isSaving }: FormProps) {
  // Shown at once; the saved value follows, and wins if it differs once all of them are saved.
  const [draft, setDraft] = useState({ of: followUp, value: followUp });
  const shown = isSaving || draft.of === followUp ? draft.value : followUp;
  const change = (part: Partial<FollowUpSettings>) => {
    const value = { ...shown, ...part };
    setDraft({ of: followUp, value });
    save(value);
  };
  const { sendingDelay, requestStatusByItself, escalateByItself, notify, quiet } = shown;
  return (
    <section className="card" aria-labelledby="follow-up">
      <header>
        <h2 id="follow-up">Sending, follow-up and alerts</h2>
        <span>nothing of a case is in an alert but its number and scrubbed title</span>
      </header>
      <label className="delay">
        Send queued items after
        <Choose
          value={String(sendingDelay)}
          choices={SENDING_DELAYS.map((seconds) => [
            String(seconds),
            seconds === 0 ? 'no time at all' : `${seconds} seconds`,
          ])}
          onPick={(seconds) => change({ sendingDelay: delayOf(seconds) })}
        />
        <span className="hint">Until then, undo takes it back.</span>
      </label>
      <div className="checks">
        <Check
          label="Send the status request by itself at the missed ETA"
          on={requestStatusByItself}
          set={(on) => change({ requestStatusByItself: on })}
        />
        <Check
          label="Ask the product manager by itself when the request is not answered"
          on={escalateByItself}
          set={(on) => change({ escalateByItself: on })}
        />
        <Check label="Notify of what is due and missed, in groups" on={notify} set={(on) => change({ notify: on })} />
        <Check
          label="Quiet hours: only what is critical"
          on={quiet !== null}
          set={(on) => change({ quiet: on ? EVENING : null })}
        />
        {quiet !== null && (
          <p className="quiet">
            {(['from', 'to'] as const).map((end) => (
              <TimeField
                key={end}
                label={end === 'from' ? 'From, Eastern Time' : 'To, Eastern Time'}
                minutes={quiet[end]}
                onPick={(minutes) => change({ quiet: { ...quiet, [end]: minutes } })}
              />
            ))}
          </p>
        )}
        <Permission />
      </div>
    </section>
  );
}

/** A browser asks the person first; Electron does not. */
function Permission() {
  const [permission, setPermission] = useState('Notification' in window ? Notification.permission : 'denied');
  if (permission === 'granted') return null;
  return (
    <p className="hint">
      {permission === 'denied' ? (
        'This window may not show notifications; allow them in the browser to get alerts here.'
      ) : (
        <button type="button" className="button" onClick={() => Notification.requestPermission().then(setPermission)}>
          Allow notifications in this window
        </button>
      )}
    </p>
  );
}
