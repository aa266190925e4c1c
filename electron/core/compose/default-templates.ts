// The answers of a new desk. In plain language: agents may copy every note word for word to the Veteran.
import { helpWithCode, USER_CODES } from '../route/code-help.ts';

export interface DefaultTemplate {
  readonly name: string;
  readonly body: string;
  /** Id of the problem it answers; null for any problem. */
  readonly problem: string | null;
}

/** One for each sign-in error code that only the person can resolve. */
const CODES: readonly DefaultTemplate[] = USER_CODES.map((code) => ({
  name: `Error ${code}: the user can solve it`,
  problem: `code-${code}`,
  body: `Case {{reference}}: error code ${code} can be solved by the Veteran. ${helpWithCode(code)?.remedy ?? ''} If it still fails, send the case back with the time of the last try and the exact words on the screen.`,
}));

export const DEFAULT_TEMPLATES: readonly DefaultTemplate[] = [
  ...CODES,
  {
    name: 'Known problem, what agents are told',
    problem: null,
    body: 'Case {{reference}}: {{known}}',
  },
  {
    name: 'Appointments: reroute',
    problem: 'appointments',
    body: 'Case {{reference}} is about VA appointments. Tier 3 here does not handle appointments; please send it to the Appointments production support, who can look into it.',
  },
  {
    name: 'Known problem, being worked on',
    problem: null,
    body: 'Case {{reference}}: this is a known problem ({{problem}}). The team that can fix it has a ticket for it: {{ticket}}. There is nothing the Veteran needs to do now; please add further reports to the same ticket.',
  },
  {
    name: 'Provide a resolution',
    problem: null,
    body: 'Case {{reference}}: we looked into "{{title}}" and it is solved. Please ask the Veteran to sign in again and check. If it still happens, send the case back with the date, the time and the exact words on the screen.',
  },
  {
    name: 'Create a ticket',
    problem: null,
    body: 'Case {{reference}}: the team that can fix this has a ticket for it: {{ticket}}. Please keep the case open; we write here when the team answers.',
  },
  {
    name: 'Reroute',
    problem: null,
    body: 'Case {{reference}} is not one that MHV Tier 3 can solve. Please route it to the Tier 3 queue of the product it is about.',
  },
  {
    name: 'Investigate',
    problem: null,
    body: 'Case {{reference}}: we are looking at the usage logs in the Admin Portal, to see whether it still fails for this account or has worked since. Please keep the case open until we write here.',
  },
  {
    name: 'Not My HealtheVet: reroute',
    problem: null,
    body: 'Case {{reference}} is not about My HealtheVet on VA.gov, so MHV Tier 3 cannot help with it. Please send it to VA.gov Tier III at the contact center, who know which product it belongs to.',
  },
  {
    name: 'Request more information',
    problem: null,
    body: 'Case {{reference}}: to help with this we need the date and time it happened with the time zone, how the person signs in, the device and browser or app version, the address of the page, and the exact words on the screen. Please do not send names, birth dates or other personal details.',
  },
  {
    name: 'Clear the browser and try again',
    problem: null,
    body: 'Case {{reference}}: please ask the Veteran to sign out, clear the cookies of VA.gov, close the browser and sign in again. If it still fails, send the case back with the time of the last try and the exact words on the screen.',
  },
  {
    name: 'Fixed: please check',
    problem: null,
    body: 'Case {{reference}}: the problem ({{title}}) has been fixed. Please ask the Veteran to try once more, and send the case back if it still happens.',
  },
];
