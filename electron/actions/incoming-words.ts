// What the desk looks for in the text of an incoming case, and which part of the product it names.
import type { IncomingCase } from '../core/intake/incoming-case.ts';

/** Name, phone and e-mail of the reporter, to look for in the text. */
export function hintsOf({ reporter, phone, email }: Pick<IncomingCase, 'reporter' | 'phone' | 'email'>) {
  return { ...(reporter && { name: reporter }), ...(phone && { phone }), ...(email && { email }) };
}

export function areaOf(one: Pick<IncomingCase, 'area' | 'subArea'>): string | null {
  return [one.area, one.subArea].filter((part) => part !== null).join(', ') || null;
}
