// Words being typed into a form: kept until they are sent or discarded.
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { typedWords } from '../../drizzle/schema.ts';
import type { TypedForm } from '../core/domain/typed-form.ts';
import { type Db, parseJson } from './db.ts';

/** By field of the form. Raw. */
export type TypedWords = Readonly<Record<string, string>>;
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

/** What is sent is forgotten in the transaction that sends it, so that it is not offered, and sent, again. */
export function forgetTyped(db: Db, form: TypedForm, about = ''): void {
  db.delete(typedWords).where(at(form, about)).run();
}
