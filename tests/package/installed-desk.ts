// The installed desk without a window, called over loopback as its window would: signs in with the address it prints.
import type { ChildProcess } from 'node:child_process';
import { waitForOutput } from '../support/wait-for-output.ts';
import type { CleanRoot } from './clean-root.ts';

/** Answers as the version that is installed gives them. */
// biome-ignore lint/suspicious/noExplicitAny: the shapes of an older version are not known here
export type AnyCall = (name: string, input: object) => Promise<any>;

export interface InstalledDesk {
  readonly call: AnyCall;
  close(): Promise<void>;
}

export async function startInstalled(
  root: CleanRoot,
  env: Record<string, string>,
  ...flags: readonly string[]
): Promise<InstalledDesk> {
  const child = root.startAs(env, 'tier3-desk', '--no-open', ...flags);
  const [, origin = '', token = ''] = await waitForOutput(
    child,
    /(http:\/\/127\.0\.0\.1:\d+)\/#token=([\w-]+)/,
    120_000,
  );
  const json = { 'content-type': 'application/json' };
  const signedIn = await fetch(`${origin}/api/session`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ token }),
  });
  const { bearer } = (await signedIn.json()) as { bearer: string };
  return {
    async call(name, input) {
      const answer = await fetch(`${origin}/api/call/${name}`, {
        method: 'POST',
        headers: { ...json, authorization: `Bearer ${bearer}` },
        body: JSON.stringify(input),
      });
      const reply = (await answer.json()) as { ok: boolean; value: unknown; error: { message: string } };
      if (!reply.ok) throw new Error(`${name}: ${reply.error.message}`);
      return reply.value;
    },
    close: () => end(child),
  };
}

/** As logging out ends it. */
export function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('close', () => resolve());
    child.kill('SIGTERM');
  });
}
