// Inform HRC: the state of the trend, what agents are told about it, and the channels to send it to.
import { INFORM_NAMES, INFORM_STATES, type InformState } from '../../../electron/core/domain/inform-state.ts';
import { useAct, useCall } from '../../bridge/queries.ts';
import { copyText } from '../../components/save-file.ts';
import { toast, toastError } from '../../components/toast.tsx';
import { plural } from '../../components/words.ts';
import { useDeskUi } from '../../desk-ui.ts';

const CHANNELS = { 'post-note': 'Send to Slack', 'post-teams-note': 'Send to Teams' } as const;

export function InformHrc({ id }: { id: string }) {
  const ui = useDeskUi();
  const { data: said, error } = useCall('trends.inform', { id });
  const set = useAct('trends.setState');
  const tell = useAct('trends.tell', ({ actId }) => toast('The note waits in the outbox.', () => ui.undo(actId)));
  const { state = null, text = null, channels = [], casesSince = 0 } = said ?? {};
  const setState = (next: InformState | null) =>
    set.mutate(
      { id, state: next },
      {
        onSuccess: ({ actId }) =>
          toast(next === null ? 'Inform HRC: the state was taken off.' : `Inform HRC: ${INFORM_NAMES[next]}.`, () =>
            ui.undo(actId),
          ),
        onError: toastError,
      },
    );
  async function copy(): Promise<void> {
    if (text === null) return;
    await copyText(text);
    toast('Copied, scrubbed.');
  }
  return (
    <section className="card" aria-label="Inform HRC">
      <header>
        <h3>Inform HRC</h3>
        <span>what to tell agents, and when not to send a ticket</span>
      </header>
      <fieldset className="row-actions">
        <legend className="visually-hidden">How it stands</legend>
        {INFORM_STATES.map((one) => (
          <button
            key={one}
            type="button"
            className="chip"
            aria-pressed={state === one}
            onClick={() => setState(state === one ? null : one)}
          >
            {INFORM_NAMES[one]}
          </button>
        ))}
      </fieldset>
      {error !== null && <p className="problem">{error.message}</p>}
      {casesSince > 0 && (
        <p className="problem">{plural(casesSince, 'case')} came in since it was called resolved. Look again.</p>
      )}
      {text !== null && (
        <>
          <pre className="inform-words">{text}</pre>
          <div className="row-actions">
            <button type="button" className="button" onClick={copy}>
              Copy
            </button>
            {channels.map((channel) => (
              <button
                key={channel}
                type="button"
                className="button"
                disabled={tell.isPending}
                onClick={() => tell.mutate({ id, channel }, { onError: toastError })}
              >
                {CHANNELS[channel]}
              </button>
            ))}
            {channels.length === 0 && (
              <span className="hint">To send it, set a webhook under Services in Settings.</span>
            )}
          </div>
        </>
      )}
    </section>
  );
}
