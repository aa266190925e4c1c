// Who sits at the machine, as far as the operating system tells.
import { userInfo } from 'node:os';

/** The name of the account; some systems have none for a process. */
export function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'unknown account';
  }
}
