// What a comment on a ticket means for the clocks: an ETA, a question to Tier 3, a status update, or (a mere thanks)
// nothing. "If Tier 3 has not received an ETA within 48 business hours": only a promise for the future is an ETA.
import { namedDay } from './named-day.ts';

export type CommentMeaning = 'set-eta' | 'question-asked' | 'team-answered';

export interface ReadComment {
  /** Null for text that says nothing about the work. */
  readonly meaning: CommentMeaning | null;
  /** The end of the day an ETA names, UTC ms; null if it names none. */
  readonly etaAt: number | null;
}

/**
 * Expects the comment of someone whose comments count (ticket-people.ts). A question outranks an ETA in the same
 * comment.
 */
export function readTeamComment(body: string, saidAt: number): ReadComment {
  const sentences = sentencesOf(body);
  const eta = sentences.find((one) => isEta(one, saidAt));
  const isAsked = sentences.some((one) => isQuestion(one));
  if (isAsked) return { meaning: 'question-asked', etaAt: null };
  if (eta !== undefined) return { meaning: 'set-eta', etaAt: namedDay(eta, saidAt) };
  return { meaning: sentences.every(isCourtesy) ? null : 'team-answered', etaAt: null };
}

/** Only this much of a comment is read; what follows is a log or a stack trace. */
const MOST_READ = 8_000;

/** Without quotes, code and hidden comments. */
function sentencesOf(body: string): string[] {
  return body
    .slice(0, MOST_READ)
    .split(/```[^`]*```|<!--[^>]*-->|\n/)
    .filter((line) => !line.trimStart().startsWith('>'))
    .flatMap((line) => line.split(/(?<=[.!?])\s/))
    .map((one) => one.replaceAll('’', "'").trim())
    .filter((one) => one !== '');
}

const ASKING =
  /\b(?:please|pls|kindly) (?:provide|confirm|share|send|check|verify|attach|ask|retest|let us know|advise|include|clarify)\b|\b(?:can|could|would|will) (?:you|someone|somebody|anyone|tier ?3|we (?:get|have))\b|\b(?:need|want) (?:(?:some )?more (?:info|information|details?)|(?:the|a|an) (?!fix)[\w ]{2,30}\bto )|^(?:let (?:us|me) know|is there|are there|do (?:you|they|we) |does (?:it|this|the)|did (?:it|they|the|you)|have you|has the|any chance|wondering (?:if|whether))\b/i;
const TELL_CALLERS = /\b(?:let|tell|inform) (?:the |any )?(?:veteran|caller|agent|patient|user|folk)s?\b/i;

function isQuestion(sentence: string): boolean {
  if (TELL_CALLERS.test(sentence)) return false;
  return /\?\W*$/.test(sentence) || ASKING.test(sentence);
}

const WHEN =
  /\b(?:sun|mon|tues|wednes|thurs|fri|satur)day\b|\b(?:today|tonight|tomorrow|eod|eow|cob|close of business|weekend)\b|\b(?:end|middle|start|beginning) of (?:the |this |next )?(?:day|week|month|sprint|year)|\b(?:next|this|coming|following) (?:week|sprint|month|release|deploy|pi)\b|\b(?:a|an|one|two|three|four|five|six|ten|couple(?: of)?|few|several|\d{1,2}) (?:more )?(?:business |working |to \d{1,2} )*(?:hour|day|week|sprint|month)s?\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|tember|ober|ember)?\.? \d{1,2}\b|\b(?:early|mid|late|in|by)[- ](?:january|february|march|april|may|june|july|august|september|october|november|december)\b|\b\d{1,2}\/\d{1,2}\b|\b20\d\d-\d\d-\d\d\b|\bthe \d{1,2}(?:st|nd|rd|th)\b|\b(?:by|before) (?:thanksgiving|christmas|the holidays?|noon)\b/i;
const PROMISE =
  /\beta\b|\bestimate|\bexpect|\bshould (?:be|have|go|land|ship)|\b(?:will|'ll|going to|to) (?:be|have|go|run|land|ship|deploy|release|fix|resolve|roll|get|do)\b|\bplan|\btarget|\bscheduled?\b|\bslated\b|\bgo(?:es|ing)? (?:out|live|to prod)|\broll(?:s|ing)? out|\bship(?:s|ping)?\b|\bpromised\b|\bhop(?:e|ing) to|\baim|\bcommitted\b|\b(?:done|fix|fixed|ready|resolved|live|out) by\b|\bdue\b|\blanding\b|\bdeploy is\b|\bi'd say\b|\bis in it\b|\bin the sprint\b|\bcan have\b/i;
const NO_PROMISE =
  /\b(?:no|without|any|new|an|the) (?:\w+ )?(?:eta|estimate|date)s? (?:yet|so far|at this time|until|unknown|tbd)\b|\bno (?:\w+ ){0,2}(?:eta|estimate|date|timeline)\b|\beta:? (?:is |still )?(?:unknown|tbd|pending|unclear|not|was)\b|\b(?:n't|not|cannot|unable to|hard to)(?: \w+){0,4} (?:eta|estimate|date|timeline|say when|tell when)\b|\b(?:can't|cannot|unable to|hard to) (?:say|tell|commit|promise)\b|\bbefore we can\b|\bdid(?: not|n't)\b|\bwon't\b|\bwill not\b/i;
const DONE =
  /\b(?:was|were|went|has been|have been|had been) (?:\w+ )?(?:fixed|released|deployed|corrected|resolved|out|live|patched|updated|done)\b/i;
/** Something the team will do that does not solve the problem. */
const ONLY_LOOKS =
  /\b(?:look|looking|investigat\w+|discuss|review|get back|updates?|check|triage|groom|meet|refinement)\b/i;
const ENDS =
  /\b(?:eta|fix\w*|resol\w+|releas\w+|deploy\w*|ship\w*|patch\w*|live|prod\w*|done|land\w*|out|correct\w*)\b/i;

function isEta(sentence: string, saidAt: number): boolean {
  if (!WHEN.test(sentence) || NO_PROMISE.test(sentence) || DONE.test(sentence)) return false;
  if (!PROMISE.test(sentence) || (ONLY_LOOKS.test(sentence) && !ENDS.test(sentence))) return false;
  if (isQuestion(sentence)) return false;
  const day = namedDay(sentence, saidAt);
  return day === null || day >= saidAt;
}

const THANKS =
  /\b(?:thank(?:s| you)|thx|ty|appreciate|appreciated|you're welcome|no problem|got it|noted|great|perfect|awesome|sounds good|ok|okay|cc)\b/i;
/** Words that report on the work. */
const TELLS = /\b(?:we|i|is|are|was|will|in|on|at|by|not|no)\b|'(?:ll|ve|re|m|s)\b(?<!you're)/i;
const COURTESY_WORDS = 9;

function isCourtesy(sentence: string): boolean {
  const words = sentence
    .replaceAll(/@[\w/-]+/g, '')
    .split(/[^A-Za-z']+/)
    .filter((one) => one !== '');
  if (words.length === 0) return true;
  return words.length <= COURTESY_WORDS && THANKS.test(sentence) && !TELLS.test(sentence);
}
