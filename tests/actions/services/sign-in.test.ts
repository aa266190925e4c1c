// Signing in without pasting a token, and with a key of ZenHub: checked at once, and said in words what is wrong.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CALLS } from '../../../electron/contract/calls.ts';
import { PRACTICE_CLIENT } from '../../../electron/practice/device.ts';
import { openTestDesk, type TestDesk } from '../../support/desk.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openTestDesk({ signedOut: true });
});
afterEach(() => desk.close());

const ask = (clientId = PRACTICE_CLIENT, address = desk.practice.github) =>
  desk.call('services.askDevice', { clientId, address });
const finish = () => desk.call('services.finishDevice', {});

describe('by device', () => {
  it('shows a code, waits until the person said yes, and is signed in', async () => {
    expect(await ask()).toMatchObject({ code: 'WDJB-MJHT', address: 'https://github.com/login/device' });
    expect(await finish()).toEqual({ login: null, note: null, waitMs: 1_000 });
    desk.practice.device.decision = 'yes';
    expect(await finish()).toEqual({ login: 'tier3-lead', note: null, waitMs: 0 });
    expect(await desk.call('services.get', {})).toMatchObject({ github: { login: 'tier3-lead', bySignIn: true } });
    await expect(finish()).rejects.toThrow('Ask for a code first');
  });

  it.each([
    ['no', 'The sign-in was declined'],
    ['too-late', 'The code has expired'],
  ] as const)('ends when the person said %s', async (decision, message) => {
    await ask();
    desk.practice.device.decision = decision;
    await expect(finish()).rejects.toThrow(message);
    await expect(finish()).rejects.toThrow('Ask for a code first');
    expect((await desk.call('services.get', {})).github).toBeNull();
  });

  it('goes on after a network that was gone for a moment', async () => {
    await ask();
    await desk.fault({ what: 'drop-before' });
    await expect(finish()).rejects.toThrow('cannot be reached now');
    desk.practice.device.decision = 'yes';
    expect(await finish()).toMatchObject({ login: 'tier3-lead' });
  });

  it('says what is wrong with an app or an address, and keeps no secret where it can be read', async () => {
    await expect(ask('no-such-app')).rejects.toThrow('GitHub did not return a code');
    await expect(ask(PRACTICE_CLIENT, 'http://127.0.0.1:1')).rejects.toThrow('GitHub did not return a code');
    await ask();
    desk.practice.device.decision = 'yes';
    await finish();
    const told = JSON.stringify([
      await desk.call('services.get', {}),
      await desk.call('activity.stack', {}),
      desk.events,
    ]);
    expect(told).not.toContain('practice-by-device');
    expect(told).not.toContain('practice-device-secret');
  });
});

describe('boards that were asked for before anybody was signed in', () => {
  const boards = () => desk.call('boards.list', { owner: 'department-of-veterans-affairs' });

  it('are there after it, and the window asks again', async () => {
    expect(await boards()).toEqual({ projects: null, workspaces: null });
    const { github, zenhub } = desk.practice;
    await desk.call('services.signIn', { service: 'github', token: 'practice', address: github });
    expect((await boards()).projects).toContainEqual(expect.objectContaining({ title: 'Medications' }));
    await desk.call('services.signIn', { service: 'zenhub', token: 'practice', address: zenhub });
    expect((await boards()).workspaces).toMatchObject([{ name: 'MHV' }]);
    const refreshedBy: readonly string[] = CALLS['boards.list'].refreshedBy;
    for (const call of ['services.signIn', 'services.finishDevice'] as const)
      expect(CALLS[call].touches.some((tag) => refreshedBy.includes(tag))).toBe(true);
  });
});

describe('ZenHub', () => {
  const signIn = (token: string, address = desk.practice.zenhub) =>
    desk.call('services.signIn', { service: 'zenhub', token, address });

  it('checks a key at once', async () => {
    expect(await signIn('a-key')).toEqual({ login: 'Tier 3 lead', note: null });
    expect((await desk.call('services.get', {})).zenhub).toEqual({ bySignIn: true });
    await desk.call('services.signOut', { service: 'zenhub' });
    expect((await desk.call('services.get', {})).zenhub).toBeNull();
  });

  it('says what is wrong with it', async () => {
    await desk.fault({ service: 'zenhub', what: 401 });
    await expect(signIn('a-key')).rejects.toThrow('does not accept this key');
    await expect(signIn('a-key', 'http://127.0.0.1:1/graphql')).rejects.toThrow('cannot be reached');
    await expect(signIn(' ')).rejects.toThrow('Paste a key first');
  });
});
