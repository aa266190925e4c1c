// Places from which cases come in by themselves: switched on here, with what the last look brought.
import { useState } from 'react';
import type { LiveSourceStatus } from '../../../electron/contract/intake-shapes.ts';
import type { SettingValue } from '../../../electron/contract/settings.ts';
import { useAct, useCall } from '../../bridge/queries.ts';
import { toast, toastError } from '../../components/toast.tsx';
import { exactTime, plural } from '../../components/words.ts';
import { useSetting } from '../../state/use-setting.ts';

type Live = SettingValue<'liveSources'>;

export function LiveSources() {
  const [live, save] = useSetting('liveSources');
  const status = useCall('liveSources.list', {}).data?.sources.find(({ kind }) => kind === 'github');
  if (live === undefined || status === undefined) return null;
  return <GitHubForm key={JSON.stringify(live)} live={live} status={status} save={save} />;
}

function GitHubForm({ live, status, save }: { live: Live; status: LiveSourceStatus; save: (live: Live) => void }) {
  const [draft, setDraft] = useState(live.github);
  const change = (part: Partial<Live['github']>) => setDraft({ ...draft, ...part });
  const isSaved = JSON.stringify(draft) === JSON.stringify(live.github);
  return (
    <section className="card" id="live-sources" aria-labelledby="live-sources-title">
      <header>
        <h2 id="live-sources-title">GitHub issues as cases</h2>
        <span>looked at every {live.everyMinutes} minutes</span>
        {live.github.isOn && <LookNow />}
      </header>
      <form
        className="form live-sources"
        onSubmit={(event) => {
          event.preventDefault();
          save({ ...live, github: { ...draft, isOn: true } });
        }}
      >
        <label>
          Issues of the repository
          <input
            value={draft.repository}
            placeholder="owner/name"
            required
            onChange={(event) => change({ repository: event.target.value })}
          />
        </label>
        <label>
          with the labels
          <input
            value={draft.labels}
            placeholder="several with commas"
            required
            onChange={(event) => change({ labels: event.target.value })}
          />
        </label>
        {live.github.isOn && isSaved ? (
          <button
            type="button"
            className="button"
            onClick={() => save({ ...live, github: { ...live.github, isOn: false } })}
          >
            Switch off
          </button>
        ) : (
          <button type="submit" className="button">
            {live.github.isOn ? 'Save' : 'Switch on'}
          </button>
        )}
      </form>
      <LastLook {...status} />
      <p className="hint">
        They are read, scrubbed like every case and linked. Nothing is ever written to them. Pull requests, and tickets
        of this desk, are left out.
      </p>
    </section>
  );
}

function LookNow() {
  const look = useAct('liveSources.look', ({ rows }) =>
    toast(rows === 0 ? 'Nothing new.' : `${plural(rows, 'case')} came in.`),
  );
  return (
    <button
      type="button"
      className="button quiet"
      disabled={look.isPending}
      onClick={() => look.mutate({ kind: 'github' }, { onError: toastError })}
    >
      Look now
    </button>
  );
}

function LastLook({ isOn, lastAt, nextAt, error, rows, allRows }: LiveSourceStatus) {
  if (!isOn) return null;
  return (
    <>
      {error !== null && <p className="problem">{error}</p>}
      <dl className="last-look">
        <dt>Last look</dt>
        <dd>{lastAt === null ? 'not yet' : exactTime(lastAt)}</dd>
        <dt>Next look</dt>
        <dd>{nextAt === null || nextAt === 0 ? 'within a minute' : exactTime(nextAt)}</dd>
        <dt>New or changed</dt>
        <dd>
          {rows} at the last look, {allRows} in all
        </dd>
      </dl>
    </>
  );
}
