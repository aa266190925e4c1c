// The support bot's commands in a thread, as its users write them: "@Support Bot add category Documentation".
export interface SlackThread {
  readonly title: string | null;
  readonly categories: readonly string[];
  readonly links: readonly string[];
  /** When it was first answered and when it was resolved, in seconds as Slack writes them; null for not yet. */
  readonly trackedAt: string | null;
  readonly resolvedAt: string | null;
  /** What people said, in order. */
  readonly replies: readonly string[];
}

const COMMAND =
  /^\s*(?:<@[A-Z0-9]+(?:\|[^<>]{0,80})?>|@support(?: ?bot)?)\s+(track|title|add category|remove category|list categories|add link|list links|remove link|resolve|help)\b[ \t]*([^\n]*)/i;

/** True for words that speak to the bot and not to people. */
export function isCommand(text: string): boolean {
  return COMMAND.test(text);
}

/** Reads the replies of a thread, oldest first. */
export function readThread(replies: readonly { readonly ts: string; readonly text: string }[]): SlackThread {
  const categories = new Set<string>();
  const links = new Set<string>();
  const said: string[] = [];
  let title: string | null = null;
  let trackedAt: string | null = null;
  let resolvedAt: string | null = null;
  for (const { ts, text } of replies) {
    const [, verb, rest = ''] = COMMAND.exec(text) ?? [];
    const words = rest.trim().replace(/^<([^<>|]*)(?:\|[^<>]*)?>$/, '$1');
    switch (verb?.toLowerCase()) {
      case undefined:
        said.push(text);
        break;
      case 'track':
        trackedAt ??= ts;
        break;
      case 'title':
        title = words || title;
        break;
      case 'add category':
        if (words !== '') categories.add(words);
        break;
      case 'remove category':
        categories.delete(words);
        break;
      case 'add link':
        if (words !== '') links.add(words);
        break;
      case 'remove link':
        links.delete(words);
        break;
      case 'resolve':
        resolvedAt = ts;
    }
  }
  return { title, categories: [...categories], links: [...links], trackedAt, resolvedAt, replies: said };
}
