// Help for sign-in error codes, as the identity team's list sorts them: who can resolve each, and what an agent can
// tell the person now.

/** `user`: the person alone. `wait`: it mostly passes. `help-desk`: a record must be mended. `team`: engineers. */
export type CodeHelper = 'user' | 'wait' | 'help-desk' | 'team';

export const HELPER_NAMES: Readonly<Record<CodeHelper, string>> = {
  user: 'The user can solve this',
  wait: 'Try again first; escalate if it stays',
  'help-desk': 'The help desk must mend the record',
  team: 'Engineers must look into it',
};

export interface CodeHelp {
  readonly helper: CodeHelper;
  /** For the agent, to be read to the person. */
  readonly remedy: string;
  /** Label of the team that owns the rest; null if the help desk resolves it without a team. */
  readonly team: string | null;
}

const IDENTITY = 'Identity';
/** Tier III of VA.gov. */
const CONTACT_CENTER = 'VSP-contact-center';
const TO_CONTACT_CENTER: ReadonlySet<string> = new Set(['803']);
/** The help desk corrects the record for these too, but they still need engineers, and so a ticket. */
const TICKETED: ReadonlySet<string> = new Set(['004', '106']);
const AGAIN = 'Sign out, clear the cookies of VA.gov, close the browser, and sign in again.';
const CLOCK = 'Set the date and time of the device to automatic, then sign in again.';
const LATER = (minutes: string) =>
  `Wait ${minutes} minutes and sign in again. If the same code comes back, escalate it.`;
const MEND = 'Signing in again does not help: the records of this person must be corrected by the help desk.';
const ACCOUNT = 'Signing in works, but the My HealtheVet account could not be made. Trying again seldom helps.';

const HELP: readonly (readonly [codes: string, helper: CodeHelper, remedy: string])[] = [
  [
    '001',
    'user',
    'Sign in again and agree at ID.me to share the information with VA. Without that, sign-in ends here.',
  ],
  ['002', 'user', CLOCK],
  ['005 201 202 203', 'user', AGAIN],
  ['007 009', 'wait', 'Sign in again. If the same code comes back, escalate it with the time of the last try.'],
  ['104', 'wait', LATER('30')],
  ['110 112', 'wait', LATER('5 to 10')],
  [
    '111',
    'wait',
    'Sign in again. If it stays, the person may not be eligible for the Oracle Health portal; escalate it.',
  ],
  ['004 102 103 106', 'help-desk', MEND],
  ['003', 'team', "The clock of VA's server is off. There is nothing the person can do."],
  ['101 108', 'team', 'This check is being removed. Sign in once more; if it stays, escalate it.'],
  ['801 802 803 804 805', 'team', ACCOUNT],
];

const BY_CODE: ReadonlyMap<string, CodeHelp> = new Map(
  HELP.flatMap(([codes, helper, remedy]) =>
    codes.split(' ').map((code) => [code, { helper, remedy, team: teamOf(code, helper) }] as const),
  ),
);

function teamOf(code: string, helper: CodeHelper): string | null {
  if (helper === 'help-desk' && !TICKETED.has(code)) return null;
  return TO_CONTACT_CENTER.has(code) ? CONTACT_CENTER : IDENTITY;
}

/** Null for a code without help. */
export function helpWithCode(code: string): CodeHelp | null {
  return BY_CODE.get(code) ?? null;
}

/** The same by the id of a problem: "code-202". */
export function helpWithProblem(id: string): CodeHelp | null {
  return id.startsWith('code-') ? helpWithCode(id.slice('code-'.length)) : null;
}

/** Codes the person can solve alone. */
export const USER_CODES: readonly string[] = [...BY_CODE].flatMap(([code, { helper }]) =>
  helper === 'user' ? code : [],
);
