// Places from which cases come in by themselves: each switched on here, with what its last look brought.
import type { LiveSourceStatus } from '../../../electron/contract/intake-shapes.ts';
import { useCall } from '../../bridge/queries.ts';
import { Choose } from '../../components/choose.tsx';
import { exactTime, plural } from '../../components/words.ts';
import { useSetting } from '../../state/use-setting.ts';
import { LiveSourceForm } from './live-source-form.tsx';
import { LIVE_WORDS } from './live-source-words.ts';

/** The ones offered; another one may have been set from the command line. */
const MINUTES = [5, 10, 15, 30, 60, 240, 1_440] as const;
const inTime = (minutes: number) => (minutes % 60 === 0 ? plural(minutes / 60, 'hour') : plural(minutes, 'minute'));

export function LiveSources() {
  const [live, save] = useSetting('liveSources');
  const sources = useCall('liveSources.list', {}).data?.sources;
  if (live === undefined || sources === undefined) return null;
  return (
    <section className="card" id="live-sources" aria-labelledby="live-sources-title">
      <header>
        <h2 id="live-sources-title">Live sources</h2>
        <span>each off until you switch it on</span>
      </header>
      <label className="delay">
        Look for new cases every
        <Choose
          value={String(live.everyMinutes)}
          choices={[...new Set([...MINUTES, live.everyMinutes])]
            .toSorted((a, b) => a - b)
            .map((minutes) => [String(minutes), inTime(minutes)])}
          onPick={(minutes) => save({ ...live, everyMinutes: Number(minutes) })}
        />
      </label>
      {sources.map((status) => {
        const { kind } = status;
        const titleId = `live-${kind}`;
        return (
          <section key={kind} className="live-source" aria-labelledby={titleId}>
            <details>
              <summary>
                <h3 id={titleId}>{LIVE_WORDS[kind].title}</h3>
                <span className={status.isOn && status.error !== null ? 'problem' : 'hint'}>{inShort(status)}</span>
              </summary>
              <LiveSourceForm live={live} status={status} />
            </details>
          </section>
        );
      })}
    </section>
  );
}

/** How it stands, where it is folded up. */
function inShort({ isOn, error, lastAt, allRows }: LiveSourceStatus): string {
  if (!isOn) return 'off';
  if (error !== null) return 'something is wrong';
  return lastAt === null ? 'on, not looked at yet' : `last look ${exactTime(lastAt)}, ${allRows} in all`;
}
