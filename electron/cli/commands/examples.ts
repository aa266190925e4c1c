// desk examples --out FILE: a reviewer's decisions as labeled cases for `npm run train:scrubber -- FILE`. The file
// contains texts as received: only its owner can read it, and it is never sent.
import { existsSync, writeFileSync } from 'node:fs';
import { AppError } from '../../contract/errors.ts';
import type { PiiType } from '../../core/domain/pii.ts';
import { withDesk } from '../open.ts';
import type { DeskOptions } from '../options.ts';
import { print } from '../print.ts';

export interface ExamplesOptions extends DeskOptions {
  readonly out: string;
}

const OWNER_ONLY = 0o600;
/** Kinds that the training data names differently. */
const TRAINED_AS: Readonly<Partial<Record<PiiType, string>>> = {
  SSN_LAST4: 'LAST4',
  INIT_LAST4: 'INIT4',
  BIRTH_YEAR: 'YEAR',
  AGE: 'AGE90',
  USERNAME: 'USER',
};

/** @throws AppError `conflict` if the file exists: one that others can read would stay readable */
export async function run(options: ExamplesOptions): Promise<void> {
  if (existsSync(options.out)) throw new AppError('conflict', `${options.out} already exists. Choose a new file name.`);
  const { examples } = await withDesk(options, (call) => call('review.examples', {}));
  const lines = examples.map(({ text, spans }) =>
    JSON.stringify({
      text,
      spans: spans.map(({ start, end, type, isOpen }) => ({
        ...{ start, end, type: TRAINED_AS[type] ?? type },
        ...(isOpen && { tier: 2 }),
      })),
    }),
  );
  writeFileSync(options.out, lines.map((line) => `${line}\n`).join(''), { mode: OWNER_ONLY, flag: 'wx' });
  print(
    options,
    { examples: lines.length, out: options.out },
    () =>
      `${lines.length} reviewed cases written to ${options.out}. It holds personal information: keep it on this machine and delete it after\n  npm run train:scrubber -- ${options.out}`,
  );
}
