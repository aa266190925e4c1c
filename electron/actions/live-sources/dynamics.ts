// Incidents of HRC Dynamics. Record number, time of entering the queue, area and sub area may be columns of HRC's own.
import { dataverseRecords } from '../../sync/tables/dataverse.ts';
import { tableSource } from './table-source.ts';

export const DYNAMICS = tableSource({
  kind: 'dynamics',
  service: 'Dynamics',
  tableOf: () => 'incidents',
  columns: {
    'Record #': 'ticketnumber',
    'Entered Queue': 'createdon',
    'Status Reason': 'statuscode',
    Owner: '_ownerid_value',
    Area: '',
    'Sub Area': '',
    Contact: '_customerid_value',
    Description: 'description',
    'Case Notes': '',
  },
  records: dataverseRecords,
});
