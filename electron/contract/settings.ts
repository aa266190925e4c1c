// The settings of the desk. An entry here is all a setting needs: reading, saving and undoing follow from it, and a
// card of the settings screen shows it.
import { z } from 'zod';
import { actId } from '../core/domain/ids.ts';
import { FILE_PATH, REPOSITORY } from '../core/domain/repository-name.ts';
import { type ActCall, defineAct, defineRead, type ReadCall, type Tag } from './define-call.ts';
import { liveSettings } from './live-settings.ts';
import { mapping } from './mapping-shapes.ts';
import { followUpSettings } from './time-schemas.ts';

interface Setting<S extends z.ZodType> {
  /** Its row in the store. */
  readonly key: string;
  /** Every field has a default, which applies until it is changed. */
  readonly shape: S;
  /** The name of a change in the list of undoable acts. */
  readonly changed: string;
  /** What a change may affect besides the setting itself. */
  readonly touches: readonly Tag[];
}

const defineSetting = <S extends z.ZodType>(setting: Setting<S>) => setting;

export const SETTINGS = {
  followUp: defineSetting({
    key: 'follow-up',
    shape: followUpSettings,
    changed: 'Changed how follow-up behaves',
    touches: [],
  }),
  lock: defineSetting({
    key: 'lock',
    /** Minutes without a key or click until the desk locks; 0 for never. VA requires 15. */
    shape: z.object({ idleMinutes: z.int().min(0).max(480).default(15) }),
    changed: 'Changed when the desk is locked',
    touches: [],
  }),
  retention: defineSetting({
    key: 'retention',
    /** Days until the text as received is purged from a closed case; 0 for never. */
    shape: z.object({ days: z.int().min(0).max(3_650).default(90) }),
    changed: 'Changed when closed cases are purged',
    touches: [],
  }),
  /** When a problem becomes a trend, and when it becomes urgent. */
  trendRule: defineSetting({
    key: 'trends',
    shape: z.object({
      count: z.int('A count is a whole number.').min(2, 'A trend needs at least two.').max(1_000).default(5),
      windowDays: z.int().min(1, 'At least one day.').max(365).default(30),
      urgentPerDay: z.int().min(2, 'At least two a day.').max(1_000).default(10),
    }),
    changed: 'Changed when a problem is a trend',
    touches: ['cases'],
  }),
  /** A folder in which exports arrive: your downloads, or one synced by SharePoint. Empty for none. */
  watched: defineSetting({
    key: 'watched',
    shape: z.object({ folder: z.string().trim().max(1_000).default(''), asksFirst: z.boolean().default(true) }),
    changed: 'Changed the watched folder',
    touches: [],
  }),
  /** Places from which cases come in by themselves, each off until somebody switches it on. */
  liveSources: defineSetting({
    key: 'live-sources',
    shape: liveSettings,
    changed: 'Changed the live sources',
    touches: [],
  }),
  /**
   * Whether a case is resolved when its record leaves its queue, if it has no ticket; otherwise a tag asks about it.
   */
  vanished: defineSetting({
    key: 'vanished',
    shape: z.object({ resolves: z.boolean().default(false) }),
    changed: 'Changed what becomes of records that left their queue',
    touches: [],
  }),
  /** Where reports are published to; an empty repository for nowhere, which is how a desk begins. */
  publish: defineSetting({
    key: 'publish',
    shape: z.object({
      repository: z
        .string()
        .trim()
        .refine((name) => name === '' || REPOSITORY.test(name), 'Write a repository as owner/name.')
        .default(''),
      folder: z.string().trim().regex(FILE_PATH, 'Write a folder as reports or docs/reports.').default('tier3-reports'),
    }),
    changed: 'Changed where reports are published to',
    touches: [],
  }),
  /** Which reports the desk drafts by itself when their period is over. */
  drafts: defineSetting({
    key: 'drafts',
    shape: z.object({ weekly: z.boolean().default(true), monthly: z.boolean().default(true) }),
    changed: 'Changed which reports are drafted',
    touches: [],
  }),
  /** Exports whose columns a person has explained. */
  mappings: defineSetting({
    key: 'mappings',
    shape: z.object({ mappings: z.array(mapping).max(200).default([]) }),
    changed: 'Changed how exports are read',
    touches: [],
  }),
} as const;

export type SettingName = keyof typeof SETTINGS;
type Shape<N extends SettingName> = (typeof SETTINGS)[N]['shape'];
export type SettingValue<N extends SettingName> = z.output<Shape<N>>;

const nothing = z.object({});
const saved = z.object({ actId });

type SettingCalls = { readonly [N in SettingName as `${N}.get`]: ReadCall<typeof nothing, Shape<N>> } & {
  readonly [N in SettingName as `${N}.save`]: ActCall<Shape<N>, typeof saved>;
};

/** `NAME.get` and `NAME.save` of each setting. */
export const SETTING_CALLS = Object.fromEntries(
  Object.entries(SETTINGS).flatMap(([name, { shape, touches }]) => [
    [`${name}.get`, defineRead(nothing, shape, ['settings'])],
    [`${name}.save`, defineAct(shape, saved, ['settings', ...touches])],
  ]),
) as unknown as SettingCalls;
