// Text being typed: held by the window from the first letter and saved in the encrypted store a moment later, so that
// neither another screen, a reload nor closing the desk loses it. What another window typed into the same form is
// merged.
import { useEffect, useState, useSyncExternalStore } from 'react';
import { keysOf } from '../../electron/core/domain/records.ts';
import { isSameTyped, joinTyped, type TypedForm, type TypedWords } from '../../electron/core/domain/typed-form.ts';
import { call, onDeskEvent } from '../bridge/bridge.ts';
import { toast } from '../components/toast.tsx';
import { Keeper } from './keeper.ts';

type FormFields<Field extends string = string> = Readonly<Record<Field, string>>;

/** The text of one form, across all its openings in this window. */
class HeldForm {
  /** Null if nothing is typed. A new object at every change. */
  words: TypedWords | null = null;
  /** Whether the saved text is known: before that, nothing is overwritten. */
  private isRead = false;
  /** What this window last knew to be saved. */
  private kept: TypedWords | null = null;
  /** Being saved; no answer yet. */
  private sent: TypedWords | null | undefined;
  private readonly listeners = new Set<() => void>();
  private readonly key: { readonly form: TypedForm; readonly about: string };
  readonly keeper = new Keeper({
    isKept: () => this.words === this.kept,
    keep: (pageGoes) => this.keep(pageGoes),
  });

  constructor(form: TypedForm, about: string) {
    this.key = { form, about };
  }

  readonly listen = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  change(words: TypedWords | null): void {
    this.show(words);
    this.keeper.soon();
  }

  private show(words: TypedWords | null): void {
    this.words = words;
    for (const listener of this.listeners) listener();
  }

  /** Loads what is saved. @returns whether text came in; what was typed in the meantime is appended */
  read(): Promise<boolean> {
    return this.isRead ? this.readAgain() : this.readFirst();
  }

  private async readFirst(): Promise<boolean> {
    const { words: kept } = await call('typed.get', this.key);
    if (this.isRead) return false;
    this.isRead = true;
    const typed = this.words;
    this.kept = kept;
    if (typed === null) this.show(kept);
    else this.change(joinTyped(null, typed, kept));
    return kept !== null;
  }

  /** What another window typed or sent since, and what an undo restored; only if nothing is being saved from here. */
  private async readAgain(): Promise<boolean> {
    if (!this.keeper.isKept) return false;
    const before = this.kept;
    const { words } = await call('typed.get', this.key);
    if (this.words !== before || this.kept !== before || isSameTyped(words, before)) return false;
    this.kept = words;
    this.show(words);
    return words !== null;
  }

  /** The text as saved, for sending. @throws if another window typed something else in the meantime */
  async version(): Promise<TypedWords | null> {
    const mine = this.words;
    await this.keeper.now();
    if (!isSameTyped(this.words, mine))
      throw new Error('This text changed in the meantime. Nothing was sent. Read the field again, then send.');
    return this.kept;
  }

  private async keep(pageGoes: boolean): Promise<void> {
    // A page that goes hears no answer; the desk joins the words with what it has.
    if (!this.isRead && !pageGoes) await this.readFirst();
    const before = this.sent;
    const sent = this.words;
    this.sent = sent;
    const input = { ...this.key, words: sent, was: this.kept, sent: before };
    const { words: kept } = await call('typed.keep', input).finally(() => {
      this.sent = undefined;
    });
    if (isSameTyped(kept, sent)) {
      this.kept = sent;
      return;
    }
    // Another window typed into the form in the meantime; what was typed here since then is added on top.
    const here = this.words === sent ? kept : joinTyped(sent, this.words, kept);
    this.kept = kept;
    this.show(here);
    toast('Another window had different text here. Both are in the form now.');
  }
}

const forms = new Map<string, HeldForm>();

function heldForm(form: TypedForm, about: string): HeldForm {
  const id = `${form} ${about}`;
  const held = forms.get(id) ?? new HeldForm(form, about);
  forms.set(id, held);
  return held;
}

/** A locked window does not hold what the store has; it keeps the rest until it can be saved. */
export function forgetKeptForms(): void {
  for (const [id, form] of forms)
    if (form.keeper.isKept) {
      form.keeper.end();
      forms.delete(id);
    }
}

export interface Typed<Field extends string> {
  readonly words: FormFields<Field>;
  /** Whether the text was there when the form was opened. */
  readonly isRestored: boolean;
  readonly type: (part: Partial<FormFields<Field>>) => void;
  /** What the text to send is based on: the desk refuses if another window has sent or changed it since. */
  readonly version: () => Promise<TypedWords | null>;
  /** Empties the form. @returns a function that restores its text */
  readonly clear: () => () => void;
}

/**
 * The words of a form. `about` is the id of the case or problem, empty where the form is about none; `empty` is the form with
 * nothing typed in it. What sends them forgets them in the store; the window clears them then. `waitMs` keeps a form that one
 * may only pass by from being asked for before.
 */
export function useTypedWords<Field extends string>(
  form: TypedForm,
  about: string,
  empty: FormFields<Field>,
  { waitMs = 0 }: { readonly waitMs?: number } = {},
): Typed<Field> {
  const [held] = useState(() => heldForm(form, about));
  const words = useSyncExternalStore(held.listen, () => held.words);
  const [isRestored, setRestored] = useState(held.words !== null);
  useEffect(() => {
    const read = () =>
      void held.read().then(
        (found) => found && setRestored(true),
        () => {}, // the desk does not respond: loaded again when something is typed
      );
    const waiting = setTimeout(read, waitMs);
    // What sends the words of a form, or takes that back, touches cases.
    const forget = onDeskEvent((event) => {
      if (event.event === 'changed' && event.touches.includes('cases')) read();
    });
    return () => {
      clearTimeout(waiting);
      forget();
    };
  }, [held, waitMs]);
  const shown: FormFields<Field> = { ...empty, ...words };
  return {
    words: shown,
    isRestored: isRestored && words !== null,
    type: (part) => {
      const next: FormFields<Field> = { ...shown, ...part };
      const isEmpty = keysOf(empty).every((field) => next[field] === empty[field]);
      held.change(isEmpty ? null : next);
    },
    version: () => held.version(),
    clear: () => {
      setRestored(false);
      held.change(null);
      return () => held.change(shown);
    },
  };
}
