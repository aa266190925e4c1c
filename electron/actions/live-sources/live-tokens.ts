// The tokens of live sources, in the store, which is encrypted as a whole. They never go back to the window, and each is for the
// address it was given for: one that is set later must be given its own.
import { z } from 'zod';
import type { ParsedInput } from '../../contract/calls.ts';
import { AppError } from '../../contract/errors.ts';
import { LIVE_SOURCES, type LIVE_TOKENS, type LiveKind } from '../../contract/intake-shapes.ts';
import { isSafeAddress } from '../../core/domain/address.ts';
import { SOURCE_NAMES } from '../../core/domain/case.ts';
import { addActivity, newActId } from '../../store/activity/activity.ts';
import type { Db } from '../../store/db.ts';
import { readSetting, writeSetting } from '../../store/settings.ts';
import { type AppContext, LEAD } from '../app-context.ts';
import { settingOf } from '../settings.ts';
import { ALL_SOURCES } from './all.ts';
import type { LiveSource } from './live-source.ts';

const KEY = 'live-tokens';
const shape = z.partialRecord(z.enum(LIVE_SOURCES), z.object({ token: z.string(), address: z.string() }));

const tokensOf = (db: Db) => readSetting(db, KEY, shape, {});

/** How a source stands with its token. */
export function tokenState(db: Db, { kind, token }: LiveSource): (typeof LIVE_TOKENS)[number] {
  if (token === null) return 'none';
  const kept = tokensOf(db)[kind];
  if (kept === undefined) return 'missing';
  return kept.address === token.addressOf(settingOf(db, 'liveSources')) ? 'kept' : 'elsewhere';
}

/** The token a source reads with; empty for one that needs none. @throws AppError `refused` where one has to be given */
export function tokenOf(db: Db, source: LiveSource): string {
  const state = tokenState(db, source);
  if (state === 'missing') throw new AppError('refused', 'Give this source its token first.');
  if (state === 'elsewhere')
    throw new AppError('refused', 'The token was given for another address. Give the one that is for this address.');
  return tokensOf(db)[source.kind]?.token ?? '';
}

/**
 * `practice` desks speak to this machine alone. @throws AppError `invalid` with what is wrong with the token or the address it is
 * for, `refused` where none is needed
 */
export function keepToken(ctx: AppContext, { kind, token }: ParsedInput<'liveSources.keepToken'>, practice: boolean) {
  const { db } = ctx.store;
  const source = ALL_SOURCES.find((one) => one.kind === kind);
  if (source === undefined || source.token === null) throw new AppError('refused', 'This source needs no token.');
  const set = settingOf(db, 'liveSources');
  source.checkPlace?.(set);
  const address = source.token.addressOf(set);
  if (address === null) throw new AppError('invalid', 'Say first where it is: the token is for that address alone.');
  if (!isSafeAddress(address))
    throw new AppError('invalid', 'Its address does not begin with https://, and nothing is sent unencrypted.');
  if (practice && address.startsWith('https:'))
    throw new AppError('refused', 'Practice speaks to stand-ins on this machine alone, and gives no token away.');
  const kept = { token: source.token.check(token), address };
  return write(ctx, { ...tokensOf(db), [kind]: kept }, `Gave ${SOURCE_NAMES[kind]} as a live source its token`);
}

export function forgetToken(ctx: AppContext, kind: LiveKind) {
  const { [kind]: _, ...others } = tokensOf(ctx.store.db);
  return write(ctx, others, `Wiped the token of ${SOURCE_NAMES[kind]} as a live source`);
}

/** The act holds no token and has no undo: what was wiped stays wiped. */
function write({ store, now }: AppContext, tokens: z.output<typeof shape>, summary: string): Record<string, never> {
  store.transaction((db) => {
    writeSetting(db, KEY, tokens);
    addActivity(db, { at: now(), actor: LEAD, caseId: null, verb: 'sign-in', summary, undo: null, actId: newActId() });
  });
  return {};
}
