// Attachments in the text of a ticket: addresses in GitHub's own file stores, with their names.

export interface Attachment {
  readonly name: string;
  readonly url: string;
}

const ADDRESS = /https:\/\/[^\s()<>"'\]]{4,2000}/g;
const NAMED = /\[([^\][\n]{1,200})\]\((https:\/\/[^\s()]{4,2000})\)/g;
/** Where GitHub stores what was dropped into a comment. */
const STORES =
  /^https:\/\/(?:[\w.-]{1,80}\/user-attachments\/|github\.com\/[\w.-]{1,80}\/[\w.-]{1,80}\/(?:files|assets)\/|[\w-]{1,60}\.githubusercontent\.com\/)/;

export function attachmentsIn(text: string): Attachment[] {
  const names = new Map([...text.matchAll(NAMED)].map(([, name = '', url = '']) => [url, name]));
  const urls = [...new Set(text.match(ADDRESS) ?? [])].filter((url) => STORES.test(url));
  return urls.map((url) => ({ url, name: names.get(url) ?? url.split('/').at(-1) ?? url }));
}
