// New identities. Ids are UUIDv7: in the order they were made.
import { v7 } from 'uuid';

/** A fresh id of the kind the place it goes to asks for. */
export function newId<Id extends string>(): Id {
  return v7() as Id;
}
