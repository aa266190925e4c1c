// Suggests a kind of ticket other than the team's: a data request, whose details never go into a ticket, or a silent
// failure, recognized by its three attempts to reach the Veteran.
import type { TicketKind } from '../domain/ticket-kinds.ts';
import { attemptsNoted } from './attempts.ts';

const DATA_REQUEST = /(?:^|[.!?:\n] {0,3})[-*# ]{0,4}(?:[A-Z]{2,4} )?data (?:request|pull)s?(?= ?[:.\n–-]|$)/im;
const PULL =
  /\b(?:please|kindly|(?:can|could|would) you|(?:asks?|asking|needs?|wants?|request(?:s|ing)?) (?:us |you |tier 3 )?to) (?:pull|extract|retrieve|compile|gather) [^.;\n]{0,60}\b(?:messages|threads|records|logs|entries|data|prescriptions|refills|notes)\b/i;
const SILENT = /\bsilent failures?\b/i;
/** Attempts to reach someone, as opposed to attempts to sign in. */
const REACHED = /\b(?:e-?mail(?:ed)?|phoned?|call(?:ed)?|voice ?mail|letter|mailed|no answer|bounced|undeliverable)\b/i;

/** Takes scrubbed text; null if it suggests no other kind. */
export function suggestKind(scrubbedText: string): TicketKind | null {
  if (DATA_REQUEST.test(scrubbedText) || PULL.test(scrubbedText)) return 'data-request';
  const attempts = attemptsNoted(scrubbedText);
  const isSilent = attempts.size === 3 && REACHED.test([...attempts.values()].join('\n'));
  return isSilent || SILENT.test(scrubbedText) ? 'silent-failure' : null;
}
