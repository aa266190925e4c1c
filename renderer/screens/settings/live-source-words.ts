// What the settings ask and say about each live source.
import type { LiveKind } from '../../../electron/contract/intake-shapes.ts';
import type { SettingValue } from '../../../electron/contract/settings.ts';

export type Live = SettingValue<'liveSources'>;

/** A field of a source's part of the setting: what is asked for, or what can be ticked. */
export interface LiveField<N extends string = string> {
  readonly name: N;
  readonly label: string;
  readonly placeholder?: string;
  readonly isTick?: boolean;
  readonly isOptional?: boolean;
}

interface LiveWords<K extends LiveKind> {
  readonly title: string;
  readonly fields: readonly LiveField<Exclude<keyof Live[K], 'isOn'> & string>[];
  /** Its own token: how it is called, and which kind it has to be; null where a sign-in serves. */
  readonly token: { readonly label: string; readonly hint: string } | null;
  readonly hint: string;
}

/** What is asked about a table of a help desk; what each placeholder shows. */
function tableFields(address: string, filter: string, columns: string): LiveField<'address' | 'filter' | 'columns'>[] {
  return [
    { name: 'address', label: 'Address', placeholder: address },
    { name: 'filter', label: 'Filter', placeholder: filter, isOptional: true },
    { name: 'columns', label: 'Custom columns', placeholder: columns, isOptional: true },
  ];
}
const READ_ONLY =
  'Cases are read, with the record numbers their export has, scrubbed like every case, and never written to. A record that came by file is known. Without a condition all of them come.';

export const LIVE_WORDS: { readonly [K in LiveKind]: LiveWords<K> } = {
  slack: {
    title: 'Messages of Slack channels as cases',
    fields: [
      { name: 'channels', label: 'Links or ids of the channels', placeholder: 'separate with commas' },
      { name: 'address', label: 'Address of its API' },
    ],
    token: {
      label: 'Token of a Slack app',
      hint: 'An app made for your own workspace, invited to each channel, with the scopes channels:history and channels:read (groups:… for private channels) and users:read. The API of GovSlack is at https://slack-gov.com/api.',
    },
    hint: 'Each first message of a thread is a case, with its replies and the commands of the support bot. Edits, new replies and deletions of the last 30 days are followed. Nothing is ever posted. To an app that is sold outside of its Marketplace Slack gives 15 messages a minute, so a look takes longer.',
  },
  sheet: {
    title: 'Rows of a Google Sheet as cases',
    fields: [
      { name: 'link', label: 'Link of the sheet', placeholder: 'https://docs.google.com/spreadsheets/d/…' },
      {
        name: 'writesBack',
        label:
          'Write back, through the outbox, the status and the link of the ticket into its columns Status and Ticket',
        isTick: true,
      },
    ],
    token: {
      label: 'Key of a service account (JSON)',
      hint: 'Made in the Google Cloud console of your organization; share the sheet with its address.',
    },
    hint: 'Its columns are read as those of the same sheet saved as CSV. Only words of a status and links of tickets are ever written, only where nobody wrote something else, and only while the row still says what it said.',
  },
  github: {
    title: 'GitHub issues as cases',
    fields: [
      { name: 'repository', label: 'Issues of the repository', placeholder: 'owner/name' },
      { name: 'labels', label: 'with the labels', placeholder: 'separate with commas' },
    ],
    token: null,
    hint: 'They are read, scrubbed like every case and linked. Nothing is ever written to them. Pull requests, and tickets of this desk, are left out.',
  },
  servicenow: {
    title: 'ServiceNow table',
    fields: [
      { name: 'table', label: 'Table', placeholder: 'incident' },
      ...tableFields(
        'https://yourcompany.service-now.com',
        'assignment_group.name=My group',
        'work_notes = work_notes',
      ),
    ],
    token: { label: 'Token', hint: 'An OAuth access token of an account that may read the table.' },
    hint: `${READ_ONLY} The condition is an encoded query, as the list's filter gives it with "Copy query". Leave active=true out, or the desk does not hear that a record was closed.`,
  },
  dynamics: {
    title: 'HRC Dynamics',
    fields: tableFields(
      'https://yourorg.crm9.dynamics.com',
      "owningteam/name eq 'MHV Tier 3'",
      'Area = crm_area, Sub Area = crm_subarea',
    ),
    token: {
      label: 'Token',
      hint: 'A bearer token of Microsoft Entra ID for this environment; it lasts about an hour.',
    },
    hint: `${READ_ONLY} The condition is an OData filter.`,
  },
  salesforce: {
    title: 'Salesforce (White House VA Hotline)',
    fields: tableFields('https://yourorg.my.salesforce.com', "Origin = 'Phone'", 'Case Category = Case_Category__c'),
    token: { label: 'Token', hint: 'An access token of an account with "API Enabled" that may read cases.' },
    hint: `${READ_ONLY} The condition is what stands after WHERE in SOQL.`,
  },
};
