// Whose words on a ticket the clocks hear: its assignees, the people of the directory, and whoever belongs to the
// repository. The repositories are public: anybody may comment, and bots do.

const BELONGS: ReadonlySet<string> = new Set(['OWNER', 'MEMBER', 'COLLABORATOR']);
/** Apps are marked by the service; machine accounts by their names. */
const BOT = /\[bot\]$|(?:^|[-_])bot$/i;

export interface Speaker {
  readonly login: string;
  /** How the service says they stand to the repository. */
  readonly association: string;
}

/** `people` are the assignees of the ticket and the logins of the directory. */
export function isOfTicket({ login, association }: Speaker, people: readonly string[]): boolean {
  if (BOT.test(login)) return false;
  const own = login.toLowerCase();
  return BELONGS.has(association) || people.some((one) => one.toLowerCase() === own);
}
