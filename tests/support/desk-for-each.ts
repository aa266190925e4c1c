// A desk of its own for each test of a file.
import { afterEach, beforeEach } from 'vitest';
import { openTestDesk, type TestDesk } from './desk.ts';

/** Opened before each test of a file and closed after it; what is returned is that of the test which runs. */
export function deskForEach(...options: Parameters<typeof openTestDesk>): TestDesk {
  let opened: TestDesk;
  beforeEach(async () => {
    opened = await openTestDesk(...options);
  });
  afterEach(() => opened.close());
  return new Proxy({} as TestDesk, {
    get: (_, key) => Reflect.get(opened, key),
    set: (_, key, value) => Reflect.set(opened, key, value),
  });
}
