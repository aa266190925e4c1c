// Awkward but ordinary files, as help desks, Excel and mail programs leave them: what each must bring, or how it is refused.
import { DATES } from './dates.ts';
import { ENCODINGS, NO_TEXT } from './encodings.ts';
import { SHAPES } from './shapes.ts';
import type { AwkwardFile } from './write.ts';

export const AWKWARD_FILES: readonly AwkwardFile[] = [...ENCODINGS, ...SHAPES, ...DATES, ...NO_TEXT];
