// The handlers that bring reports in: previewing and importing an export, the samples of practice.
import { importExportFile, previewExportFile } from '../../actions/import-export-file.ts';
import { loadSamples } from '../../actions/load-samples.ts';
import { readCase } from '../../actions/read-cases.ts';
import type { Handlers } from '../../contract/calls.ts';
import { AppError } from '../../contract/errors.ts';
import type { INTAKE_CALLS } from '../../contract/intake-calls.ts';
import type { Desk } from './desk.ts';

export function intakeHandlers({ office, practice, samples }: Desk): Handlers<keyof typeof INTAKE_CALLS> {
  return {
    'cases.get': ({ id }) => readCase(office, id),
    'intake.preview': (input) => previewExportFile(office, input),
    'intake.import': (input) => importExportFile(office, input),
    'intake.samples': () => {
      if (!practice) throw new AppError('refused', 'Sample cases belong to practice mode.');
      return loadSamples(office, samples());
    },
    'jobs.cancel': ({ job }) => {
      office.jobs.cancel(job);
      return {};
    },
  };
}
