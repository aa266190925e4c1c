// Verifies the chain of activity against every anchor there is: the note next to the store, and each snapshot.
import { join } from 'node:path';
import type { ChainHead } from '../activity/audit.ts';
import { type Anchor, type ChainProof, verifyChain } from '../activity/verify-chain.ts';
import { readRecord } from '../file/commit-record.ts';
import { connect } from '../file/connect.ts';
import { listSnapshots, type Snapshot, snapshotFolder } from '../snapshots/snapshots.ts';
import { openStore, type StoreOptions } from './open.ts';
import { listRestores } from './restored.ts';

export interface Proof extends ChainProof {
  /** Where the heads that the chain was checked against are recorded. */
  readonly anchors: readonly string[];
}

/** @throws the AppErrors of opening the store */
export function proveActivity(options: StoreOptions): Proof {
  const { file, key } = options;
  const record = readRecord(file); // before opening, which records it again
  const store = openStore(options);
  try {
    const restores = listRestores(store.db);
    /** What was done between a snapshot and its restore is in the snapshots of that time, and not in the desk. */
    const isLeftBehind = ({ at }: Snapshot) => restores.some((one) => one.snapshotAt < at && at <= one.at);
    const anchors = listSnapshots(file)
      .filter((one) => !isLeftBehind(one))
      .flatMap(({ name }): Anchor[] => {
        const head = headIn(join(snapshotFolder(file), name), key);
        return head === null ? [] : [{ ...head, where: `the snapshot ${name}` }];
      });
    if (typeof record !== 'string' && record.audit !== null)
      anchors.unshift({ ...record.audit, where: 'the note beside the store' });
    return { ...verifyChain(store.db, anchors), anchors: anchors.map(({ where }) => where) };
  } finally {
    store.close();
  }
}

/** The head of the chain in a snapshot; null if it cannot be read or predates chains. */
function headIn(path: string, key: string): ChainHead | null {
  try {
    const sqlite = connect(path, key);
    try {
      return sqlite.prepare<[], ChainHead>('SELECT seq, hash FROM audit_links ORDER BY seq DESC LIMIT 1').get() ?? null;
    } finally {
      sqlite.close();
    }
  } catch {
    return null;
  }
}
