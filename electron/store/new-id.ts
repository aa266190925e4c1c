// New ids are UUIDv7: sorted by the time they were created.
import { v7 } from 'uuid';

/** A new id of the type expected at the call site. */
export function newId<Id extends string>(): Id {
  return v7() as Id;
}
