// The words of a message that a workflow or an app has built of blocks; its own text is then empty or says only that it cannot be shown.
// https://docs.slack.dev/reference/block-kit/blocks
import { fieldOf } from '../domain/records.ts';

/** A list within a quote within a list is the most that Slack itself makes. */
const DEEPEST = 12;

/** Each block, item of a list and field of a form in a line of its own; '' where they say nothing. */
export function wordsOfBlocks(blocks: unknown): string {
  return linesOf(blocks, DEEPEST).join('\n');
}

function linesOf(given: unknown, deep: number): string[] {
  if (deep === 0) return [];
  if (Array.isArray(given)) return given.flatMap((one) => linesOf(one, deep - 1));
  const type = fieldOf(given, 'type');
  // Buttons and menus are pressed, not read.
  if (type === 'actions') return [];
  const elements = fieldOf(given, 'elements');
  if (isInline(type) && Array.isArray(elements)) return said(elements.map(pieceOf).join(''));
  return [
    ...said(textOf(fieldOf(given, 'text'))),
    ...linesOf(fieldOf(given, 'fields'), deep - 1),
    ...linesOf(elements, deep - 1),
  ];
}

/** What holds pieces of one line. */
const isInline = (type: unknown) =>
  type === 'rich_text_section' || type === 'rich_text_quote' || type === 'rich_text_preformatted';

const said = (words: string) => (words.trim() === '' ? [] : [words.trim()]);

/** A text is a string or an object that holds one. */
function textOf(text: unknown): string {
  const words = typeof text === 'string' ? text : fieldOf(text, 'text');
  return typeof words === 'string' ? words : '';
}

/** A piece of a line, written as Slack writes it in a text. */
function pieceOf(piece: unknown): string {
  const [words, url, user, emoji] = ['text', 'url', 'user_id', 'name'].map((name) => textOf(fieldOf(piece, name)));
  return words || url || (user && `<@${user}>`) || (emoji && `:${emoji}:`) || '';
}
