// Whose comments on a ticket count for its clocks: assignees, people in the directory, and members of the repository.
// The repositories are public: anyone may comment, and bots do.

const BELONGS: ReadonlySet<string> = new Set(['OWNER', 'MEMBER', 'COLLABORATOR']);
/** The service marks apps; machine accounts are known by their names. */
const BOT = /\[bot\]$|(?:^|[-_])bot$/i;

export interface Speaker {
  readonly login: string;
  /** The author's association with the repository, as the service reports it. */
  readonly association: string;
}

/** `people` are the ticket's assignees and the logins in the directory. */
export function isOfTicket({ login, association }: Speaker, people: readonly string[]): boolean {
  if (BOT.test(login)) return false;
  const own = login.toLowerCase();
  return BELONGS.has(association) || people.some((one) => one.toLowerCase() === own);
}
