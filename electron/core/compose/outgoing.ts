// Escapes text so that each service shows it literally: at GitHub no mention, reference, link, HTML or hidden comment
// is rendered. One function per destination, and each client accepts only the type its function returns. Escaping
// happens after the outbound PII check.
import type { ScrubbedText } from '../domain/pii.ts';
import { GUIDANCE } from './default-forms.ts';

declare const forGitHub: unique symbol;
declare const forSlack: unique symbol;
declare const forTeams: unique symbol;
/** Scrubbed text, escaped for GitHub. */
export type GitHubText = ScrubbedText & { readonly [forGitHub]: true };
/** Scrubbed text for Teams, which interprets nothing in a text run of a card. */
export type TeamsText = ScrubbedText & { readonly [forTeams]: true };
/** Scrubbed text, escaped for Slack. */
export type SlackText = ScrubbedText & { readonly [forSlack]: true };

/** Invisible and not a letter: the character before it loses its special meaning, in code blocks too. */
const BREAK = '\u200b';

/**
 * Where GitHub interprets a character; the separator goes after the match. GitHub's rules: a mention is `@` and a name;
 * a reference `#` or `GH-` and a number, or the address of an issue; a tag, a comment or an address in brackets is `<`
 * and a letter, `/`, `!` or `?`; a link or its address stands right behind `]`; a character reference ends with `;`.
 */
const STARTS = new RegExp(
  [
    '@(?=[a-z\\d])',
    '#(?=\\d)',
    '\\bgh-(?=\\d)',
    '<(?=[a-z/!?])',
    '\\](?=[(:[])',
    '&(?=#?[a-z\\d]{1,32};)',
    '\\bhttps?:(?=//(?:[a-z\\d-]{1,32}\\.){0,3}(?:github|ghe)\\.com)',
    '\\bwww(?=\\.github\\.com)',
  ].join('|'),
  'gi',
);
const escaped = (words: string) => words as GitHubText;
const LEADING_MENTIONS = /^(?:@[a-z\d][a-z\d_-]{0,38}(?: |$))+/i;

/**
 * Escapes a title or body for GitHub. Only mentions at the very beginning stay, where the desk addresses someone, and
 * only of `logins` (the directory's). Idempotent.
 */
export function gitHubText(words: ScrubbedText, logins: readonly string[] = []): GitHubText {
  const asked = leadingMentions(words, logins);
  return escaped(asked + escapeForGitHub(words.slice(asked.length)));
}

/**
 * Escapes an edited body for GitHub. Lines that were there before stay unchanged, because they may be the team's; new
 * ones are escaped.
 */
export function gitHubEdit(words: ScrubbedText, before: string): GitHubText {
  const there = new Set(before.split(/\r?\n/));
  const lines = words.split('\n');
  return escaped(lines.map((line) => (there.has(line.replace(/\r$/, '')) ? line : escapeForGitHub(line))).join('\n'));
}

/** Escapes a note for Slack, which has only these three special characters. */
export function slackText(words: ScrubbedText): SlackText {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') as SlackText;
}

/** For a note in Teams: a text run of an adaptive card has no markup and no mentions, so nothing is escaped. */
export function teamsText(words: ScrubbedText): TeamsText {
  return words as TeamsText;
}

/** The desk's own link is not escaped. */
function escapeForGitHub(words: string): string {
  return words
    .split(GUIDANCE)
    .map((part) => part.replace(STARTS, `$&${BREAK}`))
    .join(GUIDANCE);
}

function leadingMentions(words: string, logins: readonly string[]): string {
  const known = new Set(logins.map((login) => login.toLowerCase()));
  const all = LEADING_MENTIONS.exec(words)?.[0] ?? '';
  let taken = 0;
  for (const mention of all.split(/(?<= )/)) {
    if (!known.has(mention.trim().slice(1).toLowerCase())) break;
    taken += mention.length;
  }
  return all.slice(0, taken);
}

/** A line that would begin a heading or code block, and so change the structure of what follows. */
const BLOCK_START = /^( {0,3})(?=#{1,6}(?:\s|$)|`{3}|~{3}|(?:=+|-+)[ \t]*$)/gm;

/** Text of a report within the sections of a ticket: it must not start a section. */
export function amongSections(words: string): string {
  return words.replace(BLOCK_START, `$1${BREAK}`);
}
