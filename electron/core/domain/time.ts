// Units of time in milliseconds, and the teams' common time zone.

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
export const WEEK_MS = 7 * DAY_MS;

/** Eastern Time: the call center's, and the one every date without a zone is in. */
export const EASTERN = 'America/New_York';

/** In which an export writes its times, unless the file itself or a person says another. */
export const EXPORT_ZONE = EASTERN;
