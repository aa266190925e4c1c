// What is set for each live source. A part has a default for every field, so that a new one needs no change of what is stored.
import { z } from 'zod';

const words = (most: number) => z.string().trim().max(most).default('');
const isOn = z.boolean().default(false);

/** Issues of a repository with given labels. */
const github = z.object({
  isOn,
  /** owner/name, with the host before it where it is not of the desk's own GitHub. */
  repository: words(200),
  /** An issue with all of them comes in; commas between. */
  labels: words(400),
});

/** A part for each live source, each off until somebody switches it on. */
export const liveSettings = z.object({
  github: github.prefault({}),
  everyMinutes: z.int().min(5, 'At least five minutes between two looks.').max(1_440).default(15),
});
