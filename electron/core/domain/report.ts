// The words of reports: the two ledgers, the parties a case waits for, and by what a figure is split.

/** What the support team did, and what the product and its teams did. No figure reads from both. */
export const LEDGERS = ['support', 'product'] as const;
export type Ledger = (typeof LEDGERS)[number];
export const LEDGER_NAMES: Readonly<Record<Ledger, string>> = {
  support: 'Support: what the support team did',
  product: 'Product: what the product and its teams did',
};

/** Who has a case at an instant. `closed` is nobody: closed, and opened again later. */
const PARTIES = ['queue', 'support', 'team', 'tier-2', 'veteran', 'closed'] as const;
export type Party = (typeof PARTIES)[number];
export const PARTY_NAMES: Readonly<Record<Party, string>> = {
  queue: 'In the queue at the source',
  support: 'With support',
  team: 'With the tool team',
  'tier-2': 'With Tier 2',
  veteran: 'With the Veteran',
  closed: 'Closed, opened again later',
};

/** By what a figure is split into rows. */
export const DIMENSIONS = [
  'source',
  'tier',
  'team',
  'area',
  'problem',
  'priority',
  'code',
  'gap',
  'fix',
  'form',
  'hour',
  'day',
  'age',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];
/** By what a report can be narrowed to some cases. */
export const NARROWED_BY = [
  'source',
  'team',
  'area',
  'problem',
  'tier',
  'priority',
] as const satisfies readonly Dimension[];
export const DIMENSION_NAMES: Readonly<Record<Dimension, string>> = {
  source: 'Source',
  tier: 'Tier',
  team: 'Team',
  area: 'Area',
  problem: 'Problem',
  priority: 'Priority',
  code: 'Error code',
  gap: 'What is lacking',
  fix: 'Kind of fix',
  form: 'Tier, case type and category',
  hour: 'Hour of the week',
  day: 'Day',
  age: 'Age',
};

/** How long something has been open: whole days from the first to the second, which is the next one's first. */
export const AGES = ['0-7', '7-14', '14-28', '28-56', '56-'] as const;
export const AGE_NAMES: Readonly<Record<(typeof AGES)[number], string>> = {
  '0-7': 'Under a week',
  '7-14': '1 to 2 weeks',
  '14-28': '2 to 4 weeks',
  '28-56': '4 to 8 weeks',
  '56-': '8 weeks or more',
};

/** Tier 2: support ended it without a tool team. Tier 3: it needed one. */
const TIERS = ['tier-2', 'tier-3', 'open'] as const;
export type Tier = (typeof TIERS)[number];
export const TIER_NAMES: Readonly<Record<Tier, string>> = {
  'tier-2': 'Tier 2: ended without a tool team',
  'tier-3': 'Tier 3: needed a tool team',
  open: 'Not yet decided',
};

/** By which clock a figure counts time. */
export const CALENDARS = ['business', 'wall-clock', 'none'] as const;
export type CalendarKind = (typeof CALENDARS)[number];

/** `share` is 0 to 1; `hours` are of the figure's calendar. */
export const UNITS = ['cases', 'tickets', 'trends', 'share', 'hours', 'minutes'] as const;
export type Unit = (typeof UNITS)[number];

/** Tags with a meaning in reports: what documentation lacks, and how a problem was fixed. */
export const REPORT_TAGS: Readonly<Record<string, string>> = {
  'documentation-missing': 'Documentation: the page is missing',
  'documentation-stale': 'Documentation: the page is stale',
  'documentation-to-write': 'Documentation: could be written',
  'by-documentation': 'Resolved by documentation',
  'fixed-by-release': 'Fixed by a release',
  'fixed-by-configuration': 'Fixed by configuration',
  'fixed-by-documentation': 'Fixed by documentation',
};

/** Topics the quick log always offers. */
export const STANDARD_TOPICS = [
  'documentation-missing',
  'documentation-stale',
  'documentation-to-write',
  'by-documentation',
] as const;

/** How a report is written to a file that is text. */
export const REPORT_FORMATS = ['json', 'csv', 'md', 'html', 'page'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];
/** `html` pastes into Confluence; `page` is looked at and printed, with pictures. */
export const EXTENSIONS = {
  json: 'json',
  csv: 'csv',
  md: 'md',
  html: 'html',
  page: 'html',
} as const satisfies Readonly<Record<ReportFormat, string>>;
