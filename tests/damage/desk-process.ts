// A desk in a process of its own: fills a home, or opens one that may be damaged and prints what it finds.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { createClient } from '../../electron/contract/client.ts';
import { AppError } from '../../electron/contract/errors.ts';
import { locateHome } from '../../electron/host/home.ts';
import { openKey } from '../../electron/host/key.ts';
import { listDamage } from '../../electron/store/opening/damage.ts';
import { openStore, type Store } from '../../electron/store/opening/open.ts';
import { openDesk } from '../../electron/worker/open-desk.ts';
import { DIRECTORY, dynamicsCsv, ROOT } from '../support/desk.ts';

/** What the process prints of a home. */
export interface Seen {
  /** What the desk says instead of opening. */
  readonly refused: string | null;
  /** True where that is no sentence of the desk's but a bug of it. */
  readonly isBug: boolean;
  /** Table → a hash for each of its rows. */
  readonly tables: Readonly<Record<string, readonly string[]>>;
  /** What it says is damaged or lost. */
  readonly told: readonly string[];
  readonly integrity: string;
}

export const PASSPHRASE = 'a long enough passphrase';
const [folder = '', task = 'read'] = process.argv.slice(2);
const home = locateHome(folder, 'real');

/** Of lists that are worked out anew, and of the notice itself, nothing is compared. */
const LEFT_OUT = /^(sqlite_|__drizzle|standings|stale_cases|case_search)/;

function dump(store: Store): Pick<Seen, 'tables' | 'told' | 'integrity'> {
  const names = store.db
    .all<{ name: string }>(sql`SELECT name FROM sqlite_master WHERE type = 'table'`)
    .map(({ name }) => name)
    .filter((name) => !LEFT_OUT.test(name));
  const hash = (row: unknown) => createHash('sha256').update(JSON.stringify(row)).digest('hex').slice(0, 16);
  const tables = Object.fromEntries(
    names.map((name) => {
      const rows = store.db.all(
        sql.raw(`SELECT * FROM "${name}"${name === 'settings' ? ` WHERE key <> 'damage'` : ''}`),
      );
      return [name, rows.map(hash).toSorted()];
    }),
  );
  const told = listDamage(store.db).flatMap(({ title, lines }) => [title, ...lines]);
  return { tables, told, integrity: store.integrity() };
}

function read(): Seen {
  try {
    const key = openKey(home, 'real', { passphrase: PASSPHRASE, keychain: null });
    const store = openStore({ file: home.store, key, migrations: join(ROOT, 'drizzle', 'migrations'), used: true });
    const seen = dump(store);
    store.close();
    return { refused: null, isBug: false, ...seen };
  } catch (error) {
    const isBug = !(error instanceof AppError);
    return { refused: String(isBug ? (error as Error).stack : error), isBug, tables: {}, told: [], integrity: '' };
  }
}

/** A morning's work: what comes in, is decided, written and set. Then it says so, and lives on until it is killed. */
async function fill(cases: number): Promise<void> {
  const key = openKey(home, 'real', { passphrase: PASSPHRASE, keychain: null });
  const tokens = { github: null, zenhub: null };
  const ctx = openDesk({ folder, mode: 'real', key, root: ROOT, tokens }, () => {});
  const call = createClient(ctx.dispatch);
  const text = 'Veteran cannot download the report of last week, the page stays blank in every browser';
  const rows = Array.from({ length: cases }, (_, at) => ({
    reference: `damage-${cases}-${at}`,
    text: `${text} ${at}`,
  }));
  await call('intake.import', { name: 'export.csv', text: dynamicsCsv(rows) });
  for (const { reference } of rows.slice(0, cases / 3)) {
    const { cases: found } = await call('cases.find', { reference });
    const id = found[0]!.id;
    await call('triage.act', { caseIds: [id], action: 'escalate', team: DIRECTORY[0]!.label });
    await call('tickets.queue', { caseIds: [id] });
    await call('follow-up.comment', { id, verb: 'answer', text: 'A word on it' });
  }
  for (let at = 0; at < 20; at += 1)
    await call('templates.save', {
      name: `Template ${cases} ${at}`,
      body: 'Thank you for reporting this. '.repeat(20),
    });
  await call('directory.save', { was: DIRECTORY[0]!.label, team: { ...DIRECTORY[0]!, name: `Team of ${cases}` } });
  console.log('filled');
  if (task === 'fill and close') await ctx.close();
  else setInterval(() => {}, 60_000);
}

if (task === 'read') console.log(JSON.stringify(read()));
else await fill(task === 'fill more' ? 30 : 90);
