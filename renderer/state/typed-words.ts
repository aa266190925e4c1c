// Words being typed: held by the window from the first letter and kept in the encrypted store a moment later, so that neither
// another screen, a reload nor an end of the desk takes them.
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { TypedForm } from '../../electron/core/domain/typed-form.ts';
import { call } from '../bridge/bridge.ts';

const KEEP_AFTER_MS = 250;
/** Tried again so often while the desk does not answer. */
const AGAIN_MS = 2000;

type Words<Field extends string = string> = Readonly<Record<Field, string>>;

/** The words of one form, over all its openings in this window. */
class HeldForm {
  /** Null where nothing is typed. A new object at every change. */
  words: Words | null = null;
  /** Whether it is known what the store keeps: before, nothing is written over it. */
  private isRead = false;
  private kept: Words | null = null;
  private isKeeping = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();
  /** The last try to keep the words failed. */
  isFailing = false;

  private readonly key: { readonly form: TypedForm; readonly about: string };
  private readonly empty: Words;

  constructor(form: TypedForm, about: string, empty: Words) {
    this.key = { form, about };
    this.empty = empty;
  }

  get isKept(): boolean {
    return this.words === this.kept;
  }

  readonly listen = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  change(words: Words | null): void {
    this.show(words);
    this.keepIn(KEEP_AFTER_MS);
  }

  private show(words: Words | null): void {
    this.words = words;
    for (const listener of this.listeners) listener();
  }

  /** What an undo put back into an empty form is not known here yet. */
  private get isUpToDate(): boolean {
    return this.isRead && (this.words !== null || !this.isKept);
  }

  /** Asks the store what it keeps. @returns whether that is shown now; what was typed meanwhile stands after it */
  async read(): Promise<boolean> {
    if (this.isUpToDate) return false;
    const { words: kept } = await call('typed.get', this.key);
    if (this.isUpToDate) return false;
    this.isRead = true;
    const typed = this.words;
    this.kept = kept;
    if (typed === null) this.show(kept);
    else this.change(kept === null ? typed : this.joined(kept, typed));
    return kept !== null;
  }

  private joined(before: Words, now: Words): Words {
    const join = (field: string, a = '', b = '') =>
      this.empty[field] === '' && a !== '' && b !== '' ? `${a} ${b}` : b || a;
    return Object.fromEntries(Object.keys(now).map((field) => [field, join(field, before[field], now[field])]));
  }

  private keepIn(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.keep(), ms);
  }

  /** Keeps the newest words; one call at a time, unless the page goes. */
  async keep(pageGoes = false): Promise<void> {
    if ((this.isRead && this.isKept) || (this.isKeeping && !pageGoes)) return;
    clearTimeout(this.timer);
    this.isKeeping = true;
    try {
      await this.read();
      const { words } = this;
      await call('typed.keep', { ...this.key, words });
      this.kept = words;
      this.isFailing = false;
    } catch {
      this.isFailing = true;
    }
    this.isKeeping = false;
    if (!this.isKept) this.keepIn(this.isFailing ? AGAIN_MS : 0);
  }
}

const forms = new Map<string, HeldForm>();

function heldForm(form: TypedForm, about: string, empty: Words): HeldForm {
  const id = `${form} ${about}`;
  const held = forms.get(id) ?? new HeldForm(form, about, empty);
  forms.set(id, held);
  return held;
}

/** What the store keeps is not held by a locked window; the rest is, until it can be kept. */
export function forgetKeptForms(): void {
  for (const [id, form] of forms) if (form.isKept) forms.delete(id);
}

window.addEventListener('pagehide', () => {
  for (const form of forms.values()) void form.keep(true);
});
/** A reload would take along what the desk could not be told: the browser asks first. */
window.addEventListener('beforeunload', (event) => {
  if ([...forms.values()].some((form) => form.isFailing && !form.isKept)) event.preventDefault();
});

export interface Typed<Field extends string> {
  readonly words: Words<Field>;
  /** Whether they stood there when the form was opened. */
  readonly isRestored: boolean;
  readonly type: (part: Partial<Words<Field>>) => void;
  /** Empties the form. @returns what brings its words back */
  readonly clear: () => () => void;
}

/**
 * The words of a form. `about` is the id of the case or problem, empty where the form is about none; `empty` is the form with
 * nothing typed in it. What sends them forgets them in the store; the window clears them then.
 */
export function useTypedWords<Field extends string>(form: TypedForm, about: string, empty: Words<Field>): Typed<Field> {
  const [held] = useState(() => heldForm(form, about, empty));
  const words = useSyncExternalStore(held.listen, () => held.words);
  const [isRestored, setRestored] = useState(held.words !== null);
  useEffect(() => {
    held.read().then(
      (found) => found && setRestored(true),
      () => {}, // the desk does not answer: asked again when something is typed
    );
  }, [held]);
  const shown = { ...empty, ...words };
  return {
    words: shown,
    isRestored: isRestored && words !== null,
    type: (part) => {
      const next: Words<Field> = { ...shown, ...part };
      const isEmpty = Object.entries(empty).every(([field, value]) => next[field as Field] === value);
      held.change(isEmpty ? null : next);
    },
    clear: () => {
      setRestored(false);
      held.change(null);
      return () => held.change(shown);
    },
  };
}
