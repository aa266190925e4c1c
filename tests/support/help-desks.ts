// Help desks with tables, as the stand-ins serve them: the first rows of the sample exports, as each service keeps them.
import type { SettingValue } from '../../electron/contract/settings.ts';
import type { IncomingCase } from '../../electron/core/intake/incoming-case.ts';
import { readExport } from '../../electron/core/intake/read-export.ts';
import { createDataverseStandIn } from '../../electron/practice/tables/dataverse.ts';
import { createSalesforceStandIn } from '../../electron/practice/tables/salesforce.ts';
import { createServiceNowStandIn } from '../../electron/practice/tables/servicenow.ts';
import type { PracticeRecord } from '../../electron/practice/tables/table-world.ts';
import { sample, WEDNESDAY } from './desk.ts';

type Kind = 'servicenow' | 'dynamics' | 'salesforce';
export type Part = Partial<SettingValue<'liveSources'>['servicenow']>;

const HOUR = 3_600_000;
const iso = (at: number) => new Date(at).toISOString();
const seconds = (at: number) => iso(at).slice(0, 19).replace('T', ' ');

export interface HelpDesk {
  readonly kind: Kind;
  readonly standIn: typeof createServiceNowStandIn;
  readonly part: Part;
  readonly filter: string;
  readonly text: string;
  readonly state: string;
  /** A row of the export as the service keeps it. */
  readonly values: (one: IncomingCase, told: ReadonlyMap<string, string>) => PracticeRecord['values'];
}
export const HELP_DESKS: readonly HelpDesk[] = [
  {
    kind: 'servicenow',
    standIn: createServiceNowStandIn,
    part: { table: 'incident' },
    filter: 'priority!=nothing^NQpriority=never^EQ',
    text: 'description',
    state: 'state',
    values: ({ reportedAt }, told) => ({
      ...Object.fromEntries(told),
      caller_id: { shown: told.get('caller_id') ?? '', kept: '62826bf03710200044e0bfc8bcbe5df1' },
      opened_at: { shown: 'in the time zone of the account', kept: seconds(reportedAt) },
      resolved_at: '',
    }),
  },
  {
    kind: 'dynamics',
    standIn: createDataverseStandIn,
    part: { columns: 'area = hrc_area, Sub Area = hrc_subarea' },
    filter: "owningteam/name eq 'MHV Tier 3'",
    text: 'description',
    state: 'statuscode',
    values: ({ reportedAt }, told) => ({
      ticketnumber: told.get('Record #') ?? '',
      createdon: { shown: 'in the time zone of the account', kept: `${iso(reportedAt).slice(0, 19)}Z` },
      statuscode: { shown: told.get('Status Reason') ?? '', kept: '1' },
      _ownerid_value: { shown: told.get('Owner') ?? '', kept: 'a0c5f2d1-0000-4000-8000-000000000001' },
      hrc_area: { shown: told.get('Area') ?? '', kept: '100000001' },
      hrc_subarea: told.get('Sub Area') ?? '',
      _customerid_value: { shown: told.get('Contact') ?? '', kept: 'a0c5f2d1-0000-4000-8000-000000000002' },
      description: told.get('Description') ?? '',
    }),
  },
  {
    kind: 'salesforce',
    standIn: createSalesforceStandIn,
    part: { columns: 'Case Category = category__c' },
    filter: "Origin = 'Phone'",
    text: 'Description',
    state: 'Status',
    values: ({ reportedAt }, told) => ({
      CaseNumber: told.get('Case Number') ?? '',
      CreatedDate: iso(reportedAt).replace('Z', '+0000'),
      Origin: told.get('Case Origin') ?? '',
      Type: told.get('Case Type') ?? '',
      category__c: told.get('Case Category') ?? '',
      'Contact.Name': told.get('Contact Name') ?? '',
      ContactPhone: told.get('Contact Phone') ?? '',
      Subject: told.get('Subject') ?? '',
      Description: told.get('Description') ?? '',
      Status: told.get('Status') ?? '',
      ClosedDate: '',
    }),
  },
];

/** The first rows of an export as records: three that changed in the same second, so that pages of two break within it. */
export function recordsOf({ kind, values }: HelpDesk): PracticeRecord[] {
  return rowsOf(kind)
    .slice(0, 5)
    .map((one, at) => ({
      id: `0${at}a2f`,
      changedAt: WEDNESDAY - 3 * HOUR + (at < 3 ? 0 : at * 1_000),
      values: values(one, new Map(one.fields.map(({ name, value }) => [name, value]))),
    }));
}

/** The rows of its sample export, as its file gives them. */
export function rowsOf(kind: Kind): readonly IncomingCase[] {
  const read = readExport(sample(`${kind}.csv`), 'America/New_York', kind);
  if (!read.ok) throw new Error(read.reason);
  return read.cases;
}
