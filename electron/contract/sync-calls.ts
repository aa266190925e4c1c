// The calls about the sync: pending entries and their outcome, changes of open tickets, signing in, the directory.
import { z } from 'zod';
import { isSafeAddress } from '../core/domain/address.ts';
import { githubHost } from '../core/domain/github-host.ts';
import { actId, caseId, entryId } from '../core/domain/ids.ts';
import { defineAct, defineRead } from './define-call.ts';
import * as shape from './schemas.ts';

const nothing = z.object({});
const oneEntry = z.object({ id: entryId });
const address = z
  .url('The address begins with https://')
  .refine(isSafeAddress, 'The address begins with https://: a token is never sent in clear.');
/** "va.ghe.com" and every other address of a GitHub map to its API. */
const githubAddress = z
  .string()
  .default('https://api.github.com')
  .transform((typed) => githubHost(typed)?.api ?? typed)
  .pipe(address);
const webhook = z.string().trim().min(1, 'Paste the webhook first.').max(1_000);
const zenhubAddress = address.default('https://api.zenhub.com/public/graphql');

export const SYNC_CALLS = {
  'outbox.list': defineRead(
    z.object({ most: z.int().min(0).max(10_000).default(500) }),
    z.object({ entries: z.array(shape.outboxEntry), sync: shape.syncState }),
    ['outbox', 'clock'],
  ),
  /** Sends now: a refused, blocked, lost or held entry, under its own marker. */
  'outbox.retry': defineAct(oneEntry, nothing, ['outbox']),
  /**
   * Sends now everything that was refused, blocked or lost, each under its own marker, except what a person has to
   * decide one by one.
   */
  'outbox.retryAll': defineAct(nothing, z.object({ retried: z.number() }), ['outbox']),
  /** Adopts the open ticket with the same record number as the entry's own, instead of opening a second one. */
  /** Undone by its activity until something was sent to the ticket that was joined. */
  'outbox.join': defineAct(oneEntry, z.object({ actId }), ['outbox', 'cases']),
  'outbox.hold': defineAct(oneEntry, nothing, ['outbox']),
  'outbox.drop': defineAct(oneEntry, nothing, ['outbox', 'cases']),
  /** Whether a person found an entry that may have arrived. */
  'outbox.answer': defineAct(oneEntry.extend({ arrived: z.boolean() }), nothing, ['outbox', 'cases']),
  'outbox.edit': defineAct(
    oneEntry.extend({ title: z.string().max(256).optional(), body: z.string().min(1).max(60_000) }),
    z.object({ actId }),
    ['outbox', 'cases'],
  ),
  /** Which of the two values to keep, for each field that someone else changed too. */
  'outbox.choose': defineAct(oneEntry.extend({ keep: z.record(z.string(), z.enum(['ours', 'theirs'])) }), nothing, [
    'outbox',
    'cases',
  ]),
  /** Creates the labels that the repository lacks, and adds them to the ticket. */
  'outbox.makeLabels': defineAct(oneEntry, z.object({ made: z.array(z.string()) }), ['outbox', 'cases']),
  /** Sends what is pending, skipping the sending delay if a person asks. */
  'sync.now': defineAct(
    z.object({ byItself: z.boolean().default(false) }),
    z.object({ sent: z.number(), waiting: z.number(), attention: z.number() }),
    ['outbox', 'cases'],
  ),
  /** The ticket as the lead saw it, and the complete new values of the changed fields; omitted fields stay. */
  'tickets.change': defineAct(
    z.object({
      id: caseId,
      seen: shape.remoteTicket,
      title: z.string().trim().min(1, 'A ticket needs a title.').max(256).optional(),
      body: z.string().max(60_000).optional(),
      state: z.enum(['open', 'closed']).optional(),
      milestone: shape.milestone.nullable().optional(),
      labels: z.array(z.string().trim().min(1)).max(100).optional(),
      assignees: z.array(z.string().trim().min(1)).max(10, 'GitHub takes at most ten assignees.').optional(),
      board: z
        .object({
          pipeline: z.string().min(1),
          estimate: z.number().min(0).nullable().optional(),
          priority: z.string().nullable().optional(),
          epic: z.string().min(1).optional(),
        })
        .optional(),
      /** Fields of the team's GitHub board; "Status" is the column. */
      project: z.record(z.string().min(1), z.string().min(1)).optional(),
    }),
    z.object({ actId }),
    ['outbox', 'cases'],
  ),
  /** Follows a ticket that was moved to another owner. */
  'tickets.follow': defineAct(z.object({ id: caseId }), nothing, ['outbox', 'cases', 'directory']),
  /** The options of the ticket's repository, requested from GitHub. */
  'tickets.choices': defineRead(
    z.object({ id: caseId }),
    z.object({ labels: z.array(z.string()), people: z.array(z.string()), milestones: z.array(shape.milestone) }),
    ['outbox', 'directory', 'settings', 'service'],
  ),
  'services.get': defineRead(
    nothing,
    z.object({
      github: z.object({ login: z.string().nullable(), address: z.string(), bySignIn: z.boolean() }).nullable(),
      /** Additional hosts that are signed in. */
      otherGitHubs: z.array(z.object({ login: z.string(), address: z.string() })),
      zenhub: z.object({ bySignIn: z.boolean() }).nullable(),
      slack: z.boolean(),
      teams: z.boolean(),
    }),
    ['settings'],
  ),
  'services.signIn': defineAct(
    z.discriminatedUnion('service', [
      z.object({
        service: z.literal('github'),
        token: z.string().trim().min(1, 'Paste a token first.').max(500),
        address: githubAddress,
      }),
      z.object({
        service: z.literal('zenhub'),
        token: z.string().trim().min(1, 'Paste a key first.').max(500),
        address: zenhubAddress,
      }),
      z.object({ service: z.literal('slack'), token: webhook }),
      z.object({ service: z.literal('teams'), token: webhook }),
    ]),
    /** `note` says what the token does not allow. */
    z.object({ login: z.string().nullable(), note: z.string().nullable() }),
    ['settings', 'outbox'],
  ),
  /** Starts device sign-in: returns a code to type at GitHub. */
  'services.askDevice': defineAct(
    z.object({ clientId: z.string().trim().min(1, 'Paste the client id first.').max(200), address: githubAddress }),
    z.object({ code: z.string(), address: z.string(), waitMs: z.number() }),
    [],
  ),
  /** Checks whether the code was typed; poll again after `waitMs` while the login is null. */
  'services.finishDevice': defineAct(
    nothing,
    z.object({ login: z.string().nullable(), note: z.string().nullable(), waitMs: z.number() }),
    ['settings', 'outbox'],
  ),
  /** Boards to choose from: of an owner at GitHub, and of the ZenHub key. Null if not signed in. */
  'boards.list': defineRead(
    /** `beside`: a repository on whose GitHub the owner is. */
    z.object({ owner: z.string().trim().max(100), beside: z.string().max(300).default('') }),
    z.object({
      projects: z.array(z.object({ number: z.number(), title: z.string(), statuses: z.array(z.string()) })).nullable(),
      workspaces: z.array(z.object({ id: z.string(), name: z.string(), pipelines: z.array(z.string()) })).nullable(),
    }),
    ['directory', 'settings', 'service'],
  ),
  'services.signOut': defineAct(
    z.object({ service: z.enum(['github', 'zenhub', 'slack', 'teams']), address: z.string().optional() }),
    nothing,
    ['settings', 'outbox'],
  ),
  'directory.save': defineAct(
    /** `was` is the team's previous label; null for a new team. */
    z.object({ was: z.string().nullable(), team: shape.team }),
    z.object({ actId }),
    ['directory', 'cases'],
  ),
  'directory.drop': defineAct(z.object({ label: z.string() }), z.object({ actId }), ['directory', 'cases']),
  'directory.import': defineAct(z.object({ text: z.string().max(1_000_000) }), z.object({ actId }), [
    'directory',
    'cases',
  ]),
  'directory.check': defineRead(
    nothing,
    z.object({ teams: z.number(), problems: z.array(shape.directoryProblem) }),
    [],
  ),
  'directory.makeLabel': defineAct(z.object({ repository: z.string(), label: z.string().min(1).max(50) }), nothing, [
    'directory',
  ]),
  'directory.export': defineRead(nothing, z.object({ name: shape.scrubbedText, json: shape.fileText }), []),
  'directory.list': defineRead(nothing, z.object({ teams: z.array(shape.team) }), ['directory']),
} as const;
