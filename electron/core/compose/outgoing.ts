// Words as each service is to show them: as words. What GitHub would take for a mention, a reference, a link with a text of
// its own, HTML or a comment that hides what follows, it shows as it was written. One function for each destination, and
// each client takes only what its function made. Escapes are put in after the last gate has judged the words.
import type { ScrubbedText } from '../domain/pii.ts';
import { GUIDANCE } from './default-forms.ts';

declare const forGitHub: unique symbol;
declare const forSlack: unique symbol;
declare const forTeams: unique symbol;
/** Judged words in which GitHub finds nothing to act on. */
export type GitHubText = ScrubbedText & { readonly [forGitHub]: true };
/** Judged words for Teams, which acts on nothing in a text run of a card. */
export type TeamsText = ScrubbedText & { readonly [forTeams]: true };
/** Judged words in which Slack finds nothing to act on. */
export type SlackText = ScrubbedText & { readonly [forSlack]: true };

/** Shows nothing and is no letter: the sign before it no longer begins anything, in a code block neither. */
const BREAK = '\u200b';

/**
 * Where GitHub begins to read a sign as more than itself; the break goes behind the match. Its rules: a mention is `@` and a
 * name; a reference `#` or `GH-` and a number, or the address of an issue; a tag, a comment or an address in brackets is
 * `<` and a letter, `/`, `!` or `?`; a link or its address stands right behind `]`; a character reference ends with `;`.
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
const LEADING_MENTIONS = /^(?:@[a-z\d][a-z\d_-]{0,38}(?: |$))+/i;

/**
 * For a title or body at GitHub. Only mentions at the very beginning stay, where the desk says whom it asks, and only of
 * `logins` (the directory's). Escaping twice changes nothing more.
 */
export function gitHubText(words: ScrubbedText, logins: readonly string[] = []): GitHubText {
  const asked = leadingMentions(words, logins);
  return (asked + escapeForGitHub(words.slice(asked.length))) as GitHubText;
}

/**
 * New words of a body that stands at GitHub: lines that stood there before stay as they are, because they are the team's to
 * word; new ones are escaped.
 */
export function gitHubEdit(words: ScrubbedText, before: string): GitHubText {
  const there = new Set(before.split(/\r?\n/));
  return words
    .split('\n')
    .map((line) => (there.has(line.replace(/\r$/, '')) ? line : escapeForGitHub(line)))
    .join('\n') as GitHubText;
}

/** For a note in Slack, whose only signs are these three. */
export function slackText(words: ScrubbedText): SlackText {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') as SlackText;
}

/** For a note in Teams: a text run of an adaptive card knows no markup and no mention, so the words go as they are. */
export function teamsText(words: ScrubbedText): TeamsText {
  return words as TeamsText;
}

/** The desk's own link stays one. */
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

/** A line that would begin a heading or a code block of its own, and so move what follows it. */
const BLOCK_START = /^( {0,3})(?=#{1,6}(?:\s|$)|`{3}|~{3}|(?:=+|-+)[ \t]*$)/gm;

/** Words of a report among the sections of a ticket: they make no section of their own. */
export function amongSections(words: string): string {
  return words.replace(BLOCK_START, `$1${BREAK}`);
}
