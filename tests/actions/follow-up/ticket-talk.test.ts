// What is said on a ticket: questions of the team, answers, ETAs in words, and comments edited later.
import { describe, expect, it } from 'vitest';
import { caseDeskForEach, clock, HOUR, summaries } from '../../support/case-desk.ts';

const { desk, id, read, openTicket, teamSays } = caseDeskForEach();

describe('a question of the team', () => {
  it('starts the answer clock; the answer goes to the ticket scrubbed and stops it', async () => {
    await openTicket();
    await teamSays('rx-engineer', '@tier3-lead which browser was it?');
    expect(clock(await read(), 'answer')).toMatchObject({ targetMinutes: 24 * HOUR, metAt: null });
    await expect(
      desk.call('follow-up.comment', { id: await id(), verb: 'answer', text: 'Chrome, says Mr. Jessie Hope' }),
    ).rejects.toMatchObject({
      message: 'Nothing left the desk: name found in the comment. Take it out of the text, then try again.',
      details: { place: 'the comment', found: [{ type: 'NAME', start: 'Chrome, says Mr. '.length }] },
    });
    await desk.call('follow-up.comment', { id: await id(), verb: 'answer', text: 'Chrome 141 on Windows 11.' });
    await desk.call('sync.now', {});
    expect(clock(await read(), 'answer')?.state).toBe('met');
    expect(desk.practice.world.issues()[0]?.comments.at(-1)?.body).toContain('Chrome 141 on Windows 11.');
  });
});

describe('what is said on a ticket', () => {
  it('changes no clock where a stranger or a bot says it, and is shown all the same', async () => {
    await openTicket();
    await teamSays('some-stranger', 'lol ETA is Friday, or never?');
    await teamSays('github-actions[bot]', 'The fix will be released on Friday.');
    const one = await read();
    expect(clock(one, 'eta')?.metAt).toBeNull();
    expect(clock(one, 'answer')).toBeUndefined();
    expect(one.comments).toHaveLength(2);
  });

  it('is a question without a mention too, and no ETA when it says there is none', async () => {
    await openTicket();
    await teamSays('rx-engineer', 'No ETA yet.');
    expect(summaries(await read())).not.toContain('gave an ETA on the ticket');
    await teamSays('rx-engineer', 'Which browser was this on?');
    expect(clock(await read(), 'answer')).toMatchObject({ targetMinutes: 24 * HOUR, metAt: null });
  });

  it('is heard of an assignee whom nobody else knows, of a member of the repository, and not of their thanks', async () => {
    await openTicket();
    await teamSays('rx-engineer', 'Thanks!');
    expect((await read()).activity.some((act) => act.actor === 'rx-engineer')).toBe(false);
    const [issue] = desk.practice.world.issues();
    desk.practice.world.change(issue!, { assignees: [...issue!.assignees, 'on-loan'] });
    await teamSays('on-loan', 'ETA is Friday.');
    expect(clock(await read(), 'eta')?.state).toBe('met');
  });

  it('is read again when it is edited later, and what it said before no longer counts', async () => {
    await openTicket();
    await teamSays('rx-engineer', 'ETA is Friday.');
    const [issue] = desk.practice.world.issues();
    const edit = (body: string) => {
      desk.practice.world.skewMs += 10_000;
      desk.practice.world.editComment(issue!, issue!.comments[0]!.id, body);
    };
    edit('Which browser was this on?');
    await desk.call('sync.now', {});
    const one = await read();
    expect(one.comments).toMatchObject([{ body: 'Which browser was this on?', seenAt: null }]);
    expect(clock(one, 'eta')?.metAt).toBeNull();
    expect(clock(one, 'answer')?.metAt).toBeNull();
    edit('Found it. ETA is Friday.');
    await desk.call('sync.now', {});
    expect(clock(await read(), 'eta')?.state).toBe('met');
  });
});
