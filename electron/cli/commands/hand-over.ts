// desk hand-over, desk take-over: cases to a colleague's desk as a sealed file, and from one.
import { readFileSync, writeFileSync } from 'node:fs';
import { AppError, codeOf } from '../../contract/errors.ts';
import { findByReference } from '../find-case.ts';
import { withDesk } from '../open.ts';
import type { DeskOptions } from '../options.ts';
import { print } from '../print.ts';

export async function handOver(
  references: readonly string[],
  options: DeskOptions & { readonly out: string },
): Promise<void> {
  const { file, ...made } = await withDesk(options, async (call) => {
    const rows = await Promise.all(references.map((reference) => findByReference(call, reference)));
    return call('bundle.make', { caseIds: rows.map(({ id }) => id) });
  });
  try {
    writeFileSync(options.out, file, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    throw new AppError('invalid', `${options.out} is there already. Name a new file.`);
  }
  print(options, made, () =>
    [
      `${made.cases} cases are in ${options.out}${made.left > 0 ? `; ${made.left} with a ticket stay here` : ''}.`,
      `Give your colleague the code separately from the file, by phone: ${made.code}`,
      `Signed ${made.fingerprint}. The code is shown once.`,
    ].join('\n'),
  );
}

/** The code comes from TIER3_DESK_CODE, so that it appears in no process list. */
export async function takeOver(
  path: string,
  options: DeskOptions & { readonly dryRun?: boolean; readonly signed?: string },
): Promise<void> {
  const code = process.env.TIER3_DESK_CODE ?? '';
  if (code === '') throw new AppError('invalid', 'Put the code you were given into TIER3_DESK_CODE.');
  const sealed = { file: readFileSync(path, 'utf8'), code };
  await withDesk(options, async (call) => {
    const seen = await call('bundle.look', sealed);
    if (options.signed !== undefined && options.signed !== seen.fingerprint)
      throw new AppError(
        'refused',
        `The file is signed ${seen.fingerprint}, not ${options.signed}. Nothing was taken.`,
      );
    if (options.dryRun) {
      print(
        options,
        seen,
        () => `${seen.cases} cases from ${seen.from}, ${seen.here} of them here already. Signed ${seen.fingerprint}.`,
      );
      return;
    }
    const taken = await call('bundle.take', sealed);
    print(options, taken, () =>
      [
        `${taken.added} cases are new here, ${taken.merged} were here already.`,
        ...(taken.apart.length === 0
          ? []
          : [`Decided differently here, and left unchanged: ${taken.apart.join(', ')}.`]),
      ].join('\n'),
    );
  });
}
