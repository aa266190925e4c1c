// A refusal of typed text: what was found is quoted, which only this window does, and selected in its field.
import { z } from 'zod';
import { AppError } from '../../electron/contract/errors.ts';
import { PII_TYPE_LIST, PII_TYPES } from '../../electron/core/domain/pii.ts';
import { toastError } from './toast.tsx';

type Field = HTMLTextAreaElement | HTMLInputElement;

const span = z.object({ type: z.enum(PII_TYPE_LIST), start: z.number(), end: z.number() });
const refusal = z.object({ place: z.string(), found: z.array(span).min(1) });

/** `“Okafor” (name)`. */
export function quoteFound(text: string, { type, start, end }: z.infer<typeof span>): string {
  return `“${text.slice(start, end)}” (${PII_TYPES[type]})`;
}

export function selectWords(field: Field, { start, end }: { readonly start: number; readonly end: number }): void {
  field.focus();
  field.setSelectionRange(start, end);
}

/** Shows what went wrong; if text of a field was refused, says which and selects the first place. */
export function toastRefused(error: Error, fieldOf: (place: string) => Field | null | undefined): void {
  const refused = error instanceof AppError ? refusal.safeParse(error.details) : null;
  const field = refused?.success ? fieldOf(refused.data.place) : null;
  if (!refused?.success || !field) {
    toastError(error);
    return;
  }
  const { found, place } = refused.data;
  const quoted = [...new Set(found.map((one) => quoteFound(field.value, one)))].join(', ');
  toastError(new Error(`Nothing left the desk: ${quoted} in ${place}. Take it out, then try again.`));
  const [first] = found;
  if (first !== undefined) selectWords(field, first);
}
