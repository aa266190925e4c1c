// A table of ServiceNow, with the columns that its export has.
import { AppError } from '../../contract/errors.ts';
import { serviceNowRecords } from '../../sync/tables/servicenow.ts';
import { tableSource } from './table-source.ts';

export const SERVICENOW = tableSource({
  kind: 'servicenow',
  service: 'ServiceNow',
  tableOf: ({ servicenow }) => servicenow.table,
  columns: {
    number: 'number',
    opened_at: 'opened_at',
    caller_id: 'caller_id',
    priority: 'priority',
    state: 'state',
    assignment_group: 'assignment_group',
    short_description: 'short_description',
    description: 'description',
    resolved_at: 'resolved_at',
    work_notes: '',
  },
  checkFilter(filter) {
    if (/ORDERBY|GROUPBY/.test(filter))
      throw new AppError('refused', 'Leave ORDERBY and GROUPBY out of the query: the desk asks by the time of change.');
  },
  records: serviceNowRecords,
});
