// Whether a home is whole after an act on it was cut short: it opens, holds every case, and every snapshot that bears a name is good.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { locateHome } from '../../electron/host/home.ts';
import { connect } from '../../electron/store/file/connect.ts';
import { listDamage } from '../../electron/store/opening/damage.ts';
import { openStore, type StoreOptions } from '../../electron/store/opening/open.ts';
import { proveActivity } from '../../electron/store/opening/prove-activity.ts';
import { purgeDesk } from '../../electron/store/retention/purge-desk.ts';
import { overdueCases } from '../../electron/store/retention/retention.ts';
import { isGood, listSnapshots, snapshotFolder } from '../../electron/store/snapshots/snapshots.ts';
import { unlockHome } from '../../electron/worker/unlock.ts';
import { type Act, CASES, DAY_MS, keychain, PERSON } from './acts.ts';

const BEFORE_LAST = (CASES * 3) / 4;

/** Whatever was cut short, after the next purge nothing is left of what was received of a closed case, in any snapshot either. */
function purgeAgain(options: StoreOptions, say: (is: boolean, words: string) => void): void {
  const store = openStore(options);
  const now = Date.now() + DAY_MS;
  const overdue = overdueCases(store.db.$client, now + 91 * DAY_MS, 90);
  purgeDesk({ ...options, store, now, overdue });
  store.close();
  for (const { name } of listSnapshots(options.file)) {
    const sqlite = connect(join(snapshotFolder(options.file), name), options.key);
    const query = `SELECT count(*) FROM cases WHERE raw_text LIKE '%${PERSON}%' AND cast(substr(reference, 6) AS int) % 2 = 0`;
    say(sqlite.prepare(query).pluck().get() === 0, `${name} holds what was purged`);
    sqlite.close();
  }
}

/** @returns what is wrong, a sentence each. @param act what was cut short; null for none */
export function checkHome(folder: string, act: Act | null, migrations: string): string[] {
  const wrong: string[] = [];
  const say = (is: boolean, words: string) => void (is || wrong.push(words));
  try {
    const home = locateHome(folder, 'real');
    const { key } = unlockHome(home, 'real', { passphrase: undefined, keychain });
    const options = { file: home.store, key, migrations, used: true };
    const store = openStore(options);
    const cases = store.db.$client.prepare('SELECT reference, status, raw_text, scrubbed_text FROM cases').all() as {
      readonly reference: string;
      readonly status: string;
      readonly raw_text: string;
      readonly scrubbed_text: string;
    }[];
    const isRestored = act === 'restore' && cases.length === BEFORE_LAST;
    say(isRestored || cases.length === CASES, `${cases.length} cases of ${CASES}`);
    say(listDamage(store.db).length === 0, `damage: ${JSON.stringify(listDamage(store.db))}`);
    say(store.integrity() === 'ok', 'the store is not whole');
    for (const { raw_text: raw, scrubbed_text: scrubbed } of cases)
      say(raw.includes(PERSON) || (act === 'purge' && raw === scrubbed), 'a report is neither whole nor purged');
    store.close();
    const snapshots = listSnapshots(home.store);
    say(snapshots.length >= 2, `${snapshots.length} snapshots`);
    for (const { name } of snapshots) say(isGood(join(snapshotFolder(home.store), name), key), `${name} is not good`);
    if (isRestored)
      say(
        snapshots.some(({ reason }) => reason === 'before-restore'),
        'what was there before the restore is nowhere',
      );
    if (act === 'purge') purgeAgain(options, say);
    const { broken } = proveActivity(options);
    say(broken === null, `the chain is broken: ${broken?.what}`);
    const left = readdirSync(folder).filter((name) => /^desk\.db\.(?!damaged)/.test(name));
    say(left.length === 0, `half files are left: ${left.join(', ')}`);
  } catch (error) {
    wrong.push(`it does not open: ${error instanceof Error ? error.stack : error}`);
  }
  return [...new Set(wrong)];
}
