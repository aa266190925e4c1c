// What of an incoming case is looked for in its text, and what part of the product it names.
import type { IncomingCase } from '../core/intake/incoming-case.ts';

/** Name, phone and e-mail of who reported: what is looked for in the text. */
export function hintsOf({ reporter, phone, email }: Pick<IncomingCase, 'reporter' | 'phone' | 'email'>) {
  return { ...(reporter && { name: reporter }), ...(phone && { phone }), ...(email && { email }) };
}

export function areaOf(one: Pick<IncomingCase, 'area' | 'subArea'>): string | null {
  return [one.area, one.subArea].filter((part) => part !== null).join(', ') || null;
}
