// The stand-ins answer the desk on this machine, not any page that finds their port.
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PracticeServer, servePractice } from '../../electron/practice/serve.ts';
import { ROOT } from '../support/desk.ts';

let practice: PracticeServer;
beforeAll(async () => {
  practice = await servePractice({
    root: ROOT,
    stateFile: null,
    noteFile: join(tmpdir(), `tier3-guard-${process.pid}.json`),
    port: 0,
  });
});
afterAll(() => practice.close());

function ask(path: string, headers: Record<string, string> = {}, body = ''): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(practice.github);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method: body === '' ? 'GET' : 'POST', headers }, (response) => {
      let text = '';
      response.on('data', (chunk) => (text += String(chunk)));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

describe('the stand-ins', () => {
  it('refuse a foreign Host and a foreign Origin', async () => {
    for (const headers of [{ host: 'evil.example' }, { origin: 'https://evil.example' }, { origin: 'null' }])
      expect((await ask('/github/user', headers)).status).toBe(403);
    expect((await ask('/github/user', { authorization: 'token x' })).status).toBe(200);
  });

  it('refuse a body no ticket has', async () => {
    const answer = await ask('/practice/comments', {}, `"${'x'.repeat(9 * 1024 * 1024)}"`);
    expect(answer).toMatchObject({ status: 413, text: expect.stringContaining('8 MB') });
  });

  it('answer a path that cannot be decoded and a header named like a prototype with a sentence', async () => {
    expect(await ask('/github/repos/%/x')).toMatchObject({
      status: 400,
      text: expect.stringContaining('cannot be decoded'),
    });
    expect((await ask('/github/user', { authorization: 'token x', ['__proto__']: 'x' })).status).toBe(200);
  });
});
