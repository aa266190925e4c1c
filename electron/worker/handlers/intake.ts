// The handlers that bring reports in: previewing and importing an export, the samples of practice.

import { readCase } from '../../actions/cases/read-cases.ts';
import { askForMore, readCompleteness } from '../../actions/intake/completeness.ts';
import { importExportFile, previewExportFile } from '../../actions/intake/import-export-file.ts';
import { loadSamples } from '../../actions/intake/load-samples.ts';
import { mappingFile, readColumns } from '../../actions/intake/mappings.ts';
import { dropRejects, listRejects, rejectsFile, retryReject } from '../../actions/intake/rejected-rows.ts';
import { listWatched, lookAtFolder, settleWatched } from '../../actions/intake/watched-folder.ts';
import type { Line } from '../../actions/live-sources/live-source.ts';
import { forgetToken, keepToken } from '../../actions/live-sources/live-tokens.ts';
import { listLiveSources, lookInto } from '../../actions/live-sources/poll.ts';
import { noteRawRead } from '../../actions/review/note-raw-read.ts';
import { casesOfImport, listImports, takeImportBack } from '../../actions/undo/imports.ts';
import type { Handlers } from '../../contract/calls.ts';
import { AppError } from '../../contract/errors.ts';
import type { INTAKE_CALLS } from '../../contract/intake-calls.ts';
import type { Desk } from './desk.ts';

export function intakeHandlers({ ctx, practice, samples }: Desk, line: Line): Handlers<keyof typeof INTAKE_CALLS> {
  return {
    'cases.readRaw': ({ id }) => noteRawRead(ctx, id),
    'cases.get': ({ id }) => readCase(ctx, id),
    'cases.completeness': (input) => readCompleteness(ctx, input),
    'cases.askForMore': (input) => askForMore(ctx, input),
    'intake.preview': (input) => previewExportFile(ctx, input),
    'intake.columns': (input) => readColumns(ctx, input),
    'mappings.file': (input) => mappingFile(ctx, input),
    'intake.import': (input) => importExportFile(ctx, input),
    'intake.samples': () => {
      if (!practice) throw new AppError('refused', 'Sample cases are only for practice mode.');
      return loadSamples(ctx, samples());
    },
    'imports.list': () => listImports(ctx),
    'imports.cases': (input) => casesOfImport(ctx, input),
    'imports.undo': ({ id }) => takeImportBack(ctx, id),
    'rejects.list': () => listRejects(ctx),
    'rejects.retry': (input) => retryReject(ctx, input),
    'rejects.drop': ({ ids }) => dropRejects(ctx, ids),
    'rejects.file': () => rejectsFile(ctx),
    'watched.list': () => listWatched(ctx),
    'watched.look': async () => {
      await lookAtFolder(ctx);
      return {};
    },
    'watched.settle': ({ path }) => settleWatched(ctx, path),
    'liveSources.list': () => listLiveSources(ctx),
    'liveSources.look': ({ kind }) => lookInto(ctx, line, kind),
    'liveSources.keepToken': (input) => keepToken(ctx, input, practice),
    'liveSources.forgetToken': ({ kind }) => forgetToken(ctx, kind),
    'jobs.cancel': ({ job }) => {
      ctx.jobs.cancel(job);
      return {};
    },
  };
}
