// What the settings ask and say about each live source.
import type { LiveKind } from '../../../electron/contract/intake-shapes.ts';
import type { SettingValue } from '../../../electron/contract/settings.ts';

export type Live = SettingValue<'liveSources'>;

/** A field of a source's part of the setting: what is asked for, or what can be ticked. */
export interface LiveField<K extends LiveKind = LiveKind> {
  readonly name: Exclude<keyof Live[K], 'isOn'> & string;
  readonly label: string;
  readonly placeholder?: string;
  readonly isTick?: boolean;
  readonly isOptional?: boolean;
}

interface LiveWords<K extends LiveKind> {
  readonly title: string;
  readonly fields: readonly LiveField<K>[];
  /** Its own token: how it is called, and which kind it has to be; null where a sign-in serves. */
  readonly token: { readonly label: string; readonly hint: string } | null;
  readonly hint: string;
}

export const LIVE_WORDS: { readonly [K in LiveKind]: LiveWords<K> } = {
  github: {
    title: 'GitHub issues as cases',
    fields: [
      { name: 'repository', label: 'Issues of the repository', placeholder: 'owner/name' },
      { name: 'labels', label: 'with the labels', placeholder: 'several with commas' },
    ],
    token: null,
    hint: 'They are read, scrubbed like every case and linked. Nothing is ever written to them. Pull requests, and tickets of this desk, are left out.',
  },
};
