// A Slack export as it comes from Slack, unpacked or not: a folder for each channel with a file for each day.

export interface SlackDay {
  readonly channel: string;
  /** As the file is named: 2026-10-01. */
  readonly day: string;
}

/** Of a file by its path within the export; null for one that is no day of a channel. */
export function slackDayOf(path: string): SlackDay | null {
  const [, channel, day] = /(?:^|[/\\])([^/\\]+)[/\\](\d{4}-\d{2}-\d{2})\.json$/.exec(path) ?? [];
  return channel === undefined || day === undefined ? null : { channel, day };
}

/** The field of what stands for a day that cannot be read: the file, by its channel and day. */
export const DAMAGED_FILE = 'damaged file';

/** The messages of a day, each with its channel and its place; a day that is no list in JSON is one, which names the file. */
export function messagesOfDay({ channel, day }: SlackDay, text: string): unknown[] {
  const messages = listIn(text);
  if (messages === null) return [{ [DAMAGED_FILE]: `${channel}/${day}.json`, place: { day, row: 1 } }];
  return messages.map((message, index) =>
    typeof message === 'object' && message !== null && !Array.isArray(message)
      ? { ...message, channel, place: { day, row: index + 1 } }
      : message,
  );
}

function listIn(text: string): unknown[] | null {
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) ? read : null;
  } catch {
    return null;
  }
}
