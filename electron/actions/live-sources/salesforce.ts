// Cases of Salesforce (White House VA Hotline). The category is a column of the organization's own.
import { salesforceRecords } from '../../sync/tables/salesforce.ts';
import { tableSource } from './table-source.ts';

export const SALESFORCE = tableSource({
  kind: 'salesforce',
  service: 'Salesforce',
  tableOf: () => 'Case',
  columns: {
    'Case Number': 'CaseNumber',
    'Date/Time Opened': 'CreatedDate',
    'Case Origin': 'Origin',
    'Case Type': 'Type',
    'Case Category': '',
    'Contact Name': 'Contact.Name',
    'Contact Phone': 'ContactPhone',
    Subject: 'Subject',
    Description: 'Description',
    Status: 'Status',
    'Date/Time Closed': 'ClosedDate',
  },
  records: salesforceRecords,
});
