// The current user of the machine, as reported by the operating system.
import { userInfo } from 'node:os';

/** The name of the account; some systems have none for a process. */
export function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'unknown account';
  }
}
