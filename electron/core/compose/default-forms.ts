// The ticket forms of VA.gov's Tier 3 (issue templates of va.gov-team since January and April 2026). A team may have
// its own; these are the defaults. They have no section for screenshots: an image cannot be checked for PII.
import type { TicketForm, TicketKind } from '../domain/ticket-kinds.ts';

/** The only link the desk adds to a ticket: how engineers work on Tier 3 tickets. */
export const GUIDANCE =
  '[Guidance](https://github.com/department-of-veterans-affairs/va.gov-team/blob/master/products/health-care/digital-health-modernization/mhv-to-va.gov/tier3support/Working%20GH%20tickets.md)';

const ACCEPTANCE = `## Acceptance Criteria
- [ ] Identified the cause of the issue
- [ ] Issue is resolved
- [ ] Notify Tier 3 Support once complete (#mhv-tier-3-support)`;

const INFORMATION = `## How to get to issue information
The Product Manager of this team has the original details (which contain PII) and shares them with the engineer.
${GUIDANCE}`;

const DEFAULT_FORMS: Readonly<Record<TicketKind, TicketForm>> = {
  hrc: {
    title: 'Tier 3 issue - {{number}} - {{problem}}',
    body: `# Description
{{description}}

## HRC ticket numbers:
{{numbers}}

${INFORMATION}

- Date/time of issue: {{occurred}}
- Login credential used: {{credential}}
- Device type: {{device}}
- Operating system: {{system}}
- Browser: {{browser}}
- Oracle site Y/N: {{oracle}}
- Which Oracle site: {{oracleSite}}
- Full URL: {{url}}
- Troubleshooting: {{troubleshooting}}
- Account Activity Log: {{activityLog}}

${ACCEPTANCE}`,
  },
  servicenow: {
    title: 'SM/Admin - {{problem}}',
    body: `## Description
{{description}}

*ServiceNow ticket number(s):*
{{numbers}}

## Steps to Reproduce
{{steps}}

## Expected Behavior
{{expected}}

## Actual Behavior
{{actual}}

## Severity
- [{{critical}}] Critical - System outage
- [{{high}}] High - Customer work stoppage
- [{{medium}}] Medium - Resolution when resources are available/Workaround is available
- [{{low}}] Low - Convenience vs function

${ACCEPTANCE}

## Definition of Done
- [ ] Meets acceptance criteria
- [ ] Notified MHV Tier 3 Support of resolution`,
  },
  'contact-center': {
    title: 'Tier 3 issue - {{number}} - {{problem}}',
    body: `## Date reported
{{reported}}

## Source and ticket number
{{source}}
{{numbers}}

## Priority
{{priority}}

## Topic and sub-topic
{{topic}}

## Description
{{description}}

${ACCEPTANCE}`,
  },
  'data-request': {
    title: 'Data Request: {{team}} {{number}}',
    body: `# Data request
The details of this request contain PII. They are exchanged by encrypted VA email only and never stand in this ticket.

## Ticket numbers:
{{numbers}}

## Acceptance Criteria
- [ ] Data sent by encrypted VA email
- [ ] Notify Tier 3 Support once complete (#mhv-tier-3-support)`,
  },
  'silent-failure': {
    title: 'Silent failure - {{number}} - {{problem}}',
    body: `# Description
{{description}}

## Ticket numbers:
{{numbers}}

## Attempts to reach the Veteran
{{attempts}}

${ACCEPTANCE}`,
  },
};

/**
 * The form of a team without its own. The "SM/Admin - " title is for staff tools only: the ServiceNow template belongs
 * to them (its labels are those of the SM clinician portal, its board that of staff and Liferay). A ServiceNow case for
 * another team has the usual title, so that it is not mistaken for one of theirs.
 */
export function defaultForm(kind: TicketKind, team: { readonly audience: 'veteran' | 'staff' } | null): TicketForm {
  const form = DEFAULT_FORMS[kind];
  return kind === 'servicenow' && team?.audience !== 'staff' ? { ...form, title: DEFAULT_FORMS.hrc.title } : form;
}
