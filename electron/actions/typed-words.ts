// Words being typed into a form: kept as they are typed, so that neither a reload nor an end of the desk takes them.
import type { Output, ParsedInput } from '../contract/calls.ts';
import { joinTyped } from '../core/domain/typed-form.ts';
import { findTyped, forgetTyped, saveTyped } from '../store/typed-words.ts';
import type { AppContext } from './app-context.ts';

export function readTyped({ store }: AppContext, { form, about }: ParsedInput<'typed.get'>): Output<'typed.get'> {
  return { words: findTyped(store.db, form, about) };
}

/**
 * Keeps the words of a form as one window holds them, joined with what another window kept meanwhile. A form with nothing
 * typed in it is as one that was never opened.
 */
export function keepTyped(
  { store, now }: AppContext,
  { form, about, was, words: mine }: ParsedInput<'typed.keep'>,
): Output<'typed.keep'> {
  return store.transaction((db) => {
    const words = joinTyped(was, mine, findTyped(db, form, about));
    if (words === null) forgetTyped(db, form, about);
    else saveTyped(db, form, about, words, now());
    return { words };
  });
}
