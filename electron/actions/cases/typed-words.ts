// Text being typed into a form: saved as it is typed, so that neither a reload nor closing the desk loses it.
import type { Output, ParsedInput } from '../../contract/calls.ts';
import { isSameTyped, joinTyped } from '../../core/domain/typed-form.ts';
import { findTyped, forgetTyped, saveTyped } from '../../store/cases/typed-words.ts';
import type { AppContext } from '../app-context.ts';

export function readTyped({ store }: AppContext, { form, about }: ParsedInput<'typed.get'>): Output<'typed.get'> {
  return { words: findTyped(store.db, form, about) };
}

/**
 * Saves the text of a form as one window has it, merged with what another window saved in the meantime. An empty form
 * counts as never opened.
 */
export function keepTyped(
  { store, now }: AppContext,
  { form, about, was, sent, words: mine }: ParsedInput<'typed.keep'>,
): Output<'typed.keep'> {
  return store.transaction((db) => {
    const theirs = findTyped(db, form, about);
    const words = joinTyped(sent !== undefined && isSameTyped(sent, theirs) ? sent : was, mine, theirs);
    if (words === null) forgetTyped(db, form, about);
    else saveTyped(db, form, about, words, now());
    return { words };
  });
}
