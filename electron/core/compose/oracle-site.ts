// Whether a report is from an Oracle Health site, and which one: agents fill in a label ("Oracle site: Y, Spokane
// VAMC"), answer a question ("Is it Cerner? no") or write it in a sentence. A label or question without an answer says
// nothing.

export interface OracleSaid {
  readonly oracle: 'Yes' | 'No' | '';
  /** Part of the words. */
  readonly oracleSite: string;
}

const MENTION = /\b(?:Oracle Health|Oracle(?= site)|Cerner)\b/gi;
/** A yes or no as a whole word, and not the "Y/N" of an empty form. */
const ANSWER = /^\(?(y|yes|n|no|none|false|true|not an?\b[^,;]{0,60})(?![\w/'’])[\s,;:.()–-]{0,10}/i;
const NOTHING = /^(?:y(?:es)? ?(?:\/|or) ?no?|n ?\/ ?a|unknown|unsure|not (?:sure|known)|don'?t know|\?+)(?!\w)/i;
/** Directly before the mention: "cannot see labs of Cerner" negates seeing, not Cerner. */
const NEGATED =
  /(?:\b(?:not|non|never|neither|nor)|n['’]t)(?:[ -](?:a|an|at|the|one|of|our|in|on|with|using|any|yet|currently|part))*[ -]$/i;
const NO_SITE = /\b(?:no|without) (?:an? )?$/i;
const LABEL_AFTER = /^(?: sites?)?(?: ?\(?y(?:es)? ?\/ ?no?\)?)? ?[:?]\s{0,3}/i;
const QUESTION_AFTER = /^[^.!?\n:]{0,40}\?\s{0,3}/;
const ENDS = /^\s*(?:$|[.,;!)])/;

function answerOf(value: string): OracleSaid['oracle'] {
  if (NOTHING.test(value)) return '';
  const said = ANSWER.exec(value)?.[1] ?? '';
  if (said === '') return '';
  return /^[yt]/i.test(said) ? 'Yes' : 'No';
}

/** What one mention in a sentence says. */
function mentionSays(before: string, after: string): OracleSaid['oracle'] {
  const asked = LABEL_AFTER.exec(after) ?? QUESTION_AFTER.exec(after);
  if (asked !== null) {
    const told = after.slice(asked[0].length);
    const answer = ANSWER.exec(told)?.[1] ?? '';
    return ENDS.test(told.slice(answer.length)) ? answerOf(told) : '';
  }
  const isNegated = NEGATED.test(before) || (NO_SITE.test(before) && /^ sites?\b/i.test(after));
  return isNegated ? 'No' : 'Yes';
}

/** Takes scrubbed text and the values of the labels "Oracle site Y/N" and "Oracle site". */
export function oracleIn(scrubbedText: string, answer: string, site: string): OracleSaid {
  const named = NOTHING.test(site) ? '' : site.replace(ANSWER, '');
  const labelled = answerOf(answer) || answerOf(site) || (named === '' ? '' : 'Yes');
  const oracle = labelled || mentioned(scrubbedText);
  return { oracle, oracleSite: oracle === 'Yes' ? named : '' };
}

/** One yes outweighs any number of noes. */
function mentioned(text: string): OracleSaid['oracle'] {
  let said: OracleSaid['oracle'] = '';
  for (const { index, 0: words } of text.matchAll(MENTION)) {
    const before = text.slice(Math.max(0, index - 60), index).replace(/^.*[.!?;:\n]/s, '');
    const end = index + words.length;
    const says = mentionSays(before, text.slice(end, end + 80));
    if (says === 'Yes') return says;
    said ||= says;
  }
  return said;
}
