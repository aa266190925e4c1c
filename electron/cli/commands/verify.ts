// desk verify: verifies the audit chain, or names the first broken link and exits with 1.
import { join } from 'node:path';
import { AppError } from '../../contract/errors.ts';
import { accountName } from '../../host/account.ts';
import type { BrokenLink } from '../../store/activity/verify-chain.ts';
import { proveActivity } from '../../store/opening/prove-activity.ts';
import { openHome, ROOT } from '../home.ts';
import type { DeskOptions } from '../options.ts';
import { print } from '../print.ts';

const time = (at: number) => `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`;

function describe({ seq, what, activity }: BrokenLink): string {
  const line = activity === null ? '' : ` It concerns "${activity.verb}" of ${time(activity.at)} (${activity.id}).`;
  return `Link ${seq} of the activity does not hold. ${what}${line}`;
}

export async function run(options: DeskOptions): Promise<void> {
  const { home, key } = openHome(options);
  const proof = proveActivity({
    file: home.store,
    key,
    migrations: join(ROOT, 'drizzle', 'migrations'),
    account: accountName(),
  });
  if (proof.broken !== null) {
    if (options.json) console.log(JSON.stringify(proof));
    throw new AppError('refused', describe(proof.broken));
  }
  print(options, proof, () =>
    [
      `The activity is intact: ${proof.links} links${proof.begunAt === null ? '' : ` since ${time(proof.begunAt)}`}.`,
      ...(proof.head === null ? [] : [`Head: ${proof.head.seq} ${proof.head.hash}`]),
      `Checked against: ${proof.anchors.join(', ') || 'nothing outside the store'}.`,
    ].join('\n'),
  );
}
