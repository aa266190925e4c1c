// How support works at VA.gov today, as the desk must ship it: section by section, in our own words. Tests hold what is
// shipped against it; it is changed when the practice is.

/** 1. Where tickets live: the boards at GitHub, by team, and the column a new ticket gets. */
export const BOARDS = {
  owner: 'department-of-veterans-affairs',
  column: 'Tier 3 Support',
  numbers: {
    'mhv-medications': 1727,
    'PRODUCT-mhv-medical-records': 1728,
    'MHV-Secure-Messaging': 1729,
    'Liferay/SM Clinician Portal': 1776,
    'Liferay/Admin Portal': 1776,
    'Liferay/National Portal': 1776,
  },
} as const;

/** 3. Labels exactly as the repository writes them. */
export const LABELS = {
  every: 'MHV-Tier-3',
  urgentOracle: 'Tier 3 High Priority Oracle Health',
  teams: [
    'MHV-Secure-Messaging',
    'mhv-medications',
    'PRODUCT-mhv-medical-records',
    'mhv-horizon',
    'Liferay/SM Clinician Portal',
    'Liferay/Admin Portal',
    'Liferay/National Portal',
    'VSP-contact-center',
    'Identity',
  ],
  beside: { 'PRODUCT-mhv-medical-records': 'TEAM-mhv-medical-records', 'Liferay/Admin Portal': 'Team-mhv-liferay' },
  setByTeamsOnly: ['needs-attention', 'needs-refinement', 'engineering'],
} as const;

/** 2. Tickets, word for word. Every form is a list of its lines; what only some cases have stands in `ifKnown`. */
export const FORMS = {
  hrc: {
    title: (number: string, problem: string) => `Tier 3 issue - ${number} - ${problem}`,
    titleOfSeveral: (problem: string) => `Tier 3 issue - ${problem}`,
    headings: [
      '# Description',
      '## HRC ticket numbers:',
      '## How to get to issue information',
      '## Acceptance Criteria',
    ],
    guidance: 'tier3support/Working%20GH%20tickets.md',
    /** Since April 2026, right below how to get to the details. */
    aprilFields: [
      'Date/time of issue',
      'Login credential used',
      'Device type',
      'Operating system',
      'Browser',
      'Oracle site Y/N',
      'Which Oracle site',
      'Full URL',
      'Troubleshooting',
      'Account Activity Log',
    ],
    acceptance: [
      '- [ ] Identified the cause of the issue',
      '- [ ] Issue is resolved',
      '- [ ] Notify Tier 3 Support once complete (#mhv-tier-3-support)',
    ],
  },
  servicenow: {
    title: (problem: string) => `SM/Admin - ${problem}`,
    headings: [
      '## Description',
      '*ServiceNow ticket number(s):*',
      '## Severity',
      '## Acceptance Criteria',
      '## Definition of Done',
    ],
    ifKnown: ['## Steps to Reproduce', '## Expected Behavior', '## Actual Behavior'],
    severity: [
      'Critical - System outage',
      'High - Customer work stoppage',
      'Medium - Resolution when resources are available/Workaround is available',
      'Low - Convenience vs function',
    ],
    done: ['- [ ] Meets acceptance criteria', '- [ ] Notified MHV Tier 3 Support of resolution'],
  },
  contactCenter: {
    headings: ['## Date reported', '## Source and ticket number', '## Description', '## Acceptance Criteria'],
    ifKnown: ['## Priority', '## Topic and sub-topic'],
  },
  dataRequest: { title: (tool: string, number: string) => `Data Request: ${tool} ${number}` },
  silentFailure: { attempts: ['Email', 'Email', 'Phone'] },
} as const;

/** 6. Error codes of signing in: who can help. */
export const CODES = {
  user: ['001', '002', '005', '201', '202', '203'],
  wait: ['007', '009', '104', '110', '111', '112'],
  'help-desk': ['004', '102', '103', '106'],
  team: ['003', '101', '108', '802', '803', '805'],
} as const;

/** 4. States of ServiceNow, and the five next actions in the words of the process. */
export const STATES = {
  servicenow: [
    ['New', 'new'],
    ['In Progress', 'working'],
    ['On Hold', 'waiting'],
    ['Resolved', 'over'],
    ['Closed', 'over'],
    ['Canceled', 'over'],
    ['6', 'over'],
    ['7', 'over'],
  ],
  actions: ['Provide a resolution', 'Request more information', 'Create a ticket', 'Reroute', 'Investigate'],
} as const;
