// The typed handle every table module takes first.
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type * as schema from '../../drizzle/schema.ts';

export type Db = BetterSQLite3Database<typeof schema>;
