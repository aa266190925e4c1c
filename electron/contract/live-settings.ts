// What is set for each live source. A part has a default for every field, so that a new one needs no change of what is
// stored.
import { z } from 'zod';

const words = (most: number) => z.string().trim().max(most).default('');
const isOn = z.boolean().default(false);

/** Messages of channels. */
const slack = z.object({
  isOn,
  /** Links or ids of channels, with commas or spaces between. */
  channels: words(2_000),
  /** Where the Web API is: GovSlack has its own. */
  address: z.string().trim().max(100).default('https://slack.com/api'),
});

/** Rows of a sheet. */
const sheet = z.object({
  isOn,
  /** As the browser shows it; its `gid` says which sheet of the spreadsheet. */
  link: words(400),
  /** Whether the columns Status and Ticket are written. */
  writesBack: z.boolean().default(false),
});

/** Issues of a repository with given labels. */
const github = z.object({
  isOn,
  /** owner/name, with the host before it where it is not of the desk's own GitHub. */
  repository: words(200),
  /** An issue with all of them comes in; commas between. */
  labels: words(400),
});

/** A table of a help desk, read by its web API. */
const table = z.object({
  isOn,
  /** Of the instance; whatever stands behind the host is dropped. */
  address: words(300),
  /** A further condition in the language of the service; empty for none. */
  filter: words(2_000),
  /** Columns of the organization's own: "Area = crm_area, Sub Area = crm_subarea". */
  columns: words(1_000),
});
const servicenow = table.extend({
  table: z
    .string()
    .trim()
    .regex(/^\w{0,80}$/, 'A table is one word, such as incident.')
    .default('incident'),
});

/** A part for each live source, each off until somebody switches it on. */
export const liveSettings = z.object({
  slack: slack.prefault({}),
  sheet: sheet.prefault({}),
  github: github.prefault({}),
  servicenow: servicenow.prefault({}),
  dynamics: table.prefault({}),
  salesforce: table.prefault({}),
  everyMinutes: z.int().min(5, 'At least five minutes between two looks.').max(1_440).default(15),
});
