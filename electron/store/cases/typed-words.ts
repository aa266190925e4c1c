// Text being typed into a form: saved until it is sent or discarded.
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { typedWords } from '../../../drizzle/schema.ts';
import { type TypedForm, type TypedWords, wasSent } from '../../core/domain/typed-form.ts';
import { type Db, parseJson } from '../db.ts';

const shape = z.record(z.string(), z.string());

const at = (form: TypedForm, about: string) => and(eq(typedWords.form, form), eq(typedWords.about, about));

export function findTyped(db: Db, form: TypedForm, about: string): TypedWords | null {
  const row = db.select({ words: typedWords.words }).from(typedWords).where(at(form, about)).get();
  const words = row === undefined ? null : shape.safeParse(parseJson(row.words));
  return words?.success ? words.data : null;
}

/** @param typedAt UTC ms */
export function saveTyped(db: Db, form: TypedForm, about: string, words: TypedWords, typedAt: number): void {
  const row = { words: JSON.stringify(words), typedAt };
  db.insert(typedWords)
    .values({ form, about, ...row })
    .onConflictDoUpdate({ target: [typedWords.form, typedWords.about], set: row })
    .run();
}

export function forgetTyped(db: Db, form: TypedForm, about: string): void {
  db.delete(typedWords).where(at(form, about)).run();
}

/**
 * What is sent is deleted in the transaction that sends it, so that it is not offered, and sent, again. Different text
 * that another window typed in the meantime stays.
 */
export function forgetSent(db: Db, form: TypedForm, about: string, sent: readonly string[]): void {
  const kept = findTyped(db, form, about);
  if (kept !== null && wasSent(kept, sent)) forgetTyped(db, form, about);
}
