// npm start -- --practice --team: two desks that know each other, of which nothing is left at the end.
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Reply } from '../../electron/contract/errors.ts';
import type { TeamState } from '../../electron/contract/team-calls.ts';
import { ROOT } from '../support/bundle.ts';

const folder = mkdtempSync(join(tmpdir(), 'tier3-practice-team-'));
chmodSync(folder, 0o755); // PostgreSQL runs as another user where this runs as root
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function start(...flags: string[]) {
  const child = spawn(process.execPath, [join(ROOT, 'electron', 'launch', 'start.ts'), ...flags, '--no-open'], {
    env: { ...process.env, TMPDIR: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { child, ended, said: () => said };
}

async function post<T>(url: string, body: unknown, headers: Record<string, string> = {}): Promise<T> {
  const type = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers: { ...type, ...headers }, body: JSON.stringify(body) });
  return (await response.json()) as T;
}

/** Signs in as the page does; what it returns asks who is in the team. */
async function openAt(address: string): Promise<() => Promise<string[]>> {
  const { origin, hash } = new URL(address);
  const { bearer } = await post<{ bearer: string }>(`${origin}/api/session`, { token: hash.slice('#token='.length) });
  return async () => {
    const authorization = `Bearer ${bearer}`;
    const reply = await post<Reply<TeamState>>(`${origin}/api/call/team.get`, {}, { authorization });
    return reply.ok ? (reply.value.members ?? []).map(({ name }) => name).sort() : [];
  };
}

describe('a practice team', () => {
  it('is two desks side by side, each of which knows the other', async () => {
    const { child, ended, said } = start('--practice', '--team');
    await expect.poll(said, { timeout: 150_000 }).toContain('Each sees what the other does.');
    const addresses = [...said().matchAll(/desk at (\S+)/g)].map(([, address]) => address ?? '');
    expect(addresses).toHaveLength(2);
    for (const address of addresses)
      await expect.poll(await openAt(address), { timeout: 60_000 }).toEqual(['Anna Moore', 'Ben Okafor']);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(readdirSync(folder).filter((name) => name.startsWith('tier3-team-'))).toEqual([]);
  });

  it('is of practice only', async () => {
    const { ended, said } = start('--team');
    expect(await ended).toBe(2);
    expect(said()).toContain('so it requires --practice');
  });
});
