// Set phrases that hold a word people are called by: "White House", "Korean War", "Hand over to", "May I have", "VFW Post 12".
import { KEEP, keepPhrase as keep } from './allowlist.ts';
import type { CuedPattern, Pattern } from './detector.ts';
import { DOMAIN_WORDS } from './names/domain-words.ts';
import { isGiven } from './names/lists.ts';

export const NOBODYS_PHRASES: readonly CuedPattern[] = [
  keep(
    'place',
    'white eau iron',
    /(?<!\b(?:mrs?|ms|dr|miss|vet|veteran|by|with|named?)\.? )(?:White House|WHITE HOUSE|(?:[Ee]au [Cc]laire|EAU CLAIRE)|(?:[Ii]ron [Mm]ountain|IRON MOUNTAIN))(?![\p{L}\p{N}'’-])/uy,
  ),
  keep('years', 'war', /(?<=\b(?:korean|vietnam|gulf|world|cold|iraq|afghan|civil) )war(?![\p{L}\p{N}'’-])/iuy),
  keep('case-work', 'hand hands', /hands?(?= (?:over|off)(?: (?:to|at|from)\b|[.:\n]|$))/iuy),
  keep('case-work', 'may', /may(?= (?:i|we) (?:have|ask|get|know|please|verify|confirm|place|put)\b)/iuy),
  keep('unit', 'post', /(?<=\b(?:vfw|legion|amvets|dav|c\/o|at|the|our|local) )post (?:no\.? ?|#)?\d{1,5}(?![\w-])/iuy),
  // "Birthday" in Tagalog: the date behind it is masked.
  keep('label', 'kaarawan', /kaarawan/iuy),
];

const TEAM = new Set(
  'tier support help helpdesk desk team teams noreply admin admins ops operations service services queue alerts notifications info feedback staff group list distro'.split(
    ' ',
  ),
);

/** Mailboxes of teams at the VA: mhv-tier3@va.gov. Every word of theirs is one of this trade, and one says whose it is. */
export const TEAM_MAIL: Pattern = {
  type: 'OTHER',
  name: `${KEEP}-mailbox`,
  confidence: 1,
  pattern: /(?<![\w.+%-])[\w-]{2,40}(?:\.[\w-]{2,20}){0,3}@(?:[\w-]{1,20}\.){0,2}va\.gov(?![\w-])/gi,
  accept: (value) => {
    const words = (value.toLowerCase().split('@')[0] ?? '').split(/[^a-z]+/).filter((word) => word !== '');
    return (
      words.some((word) => TEAM.has(word)) &&
      words.every((word) => TEAM.has(word) || word === 'vagov' || (DOMAIN_WORDS.has(word) && !isGiven(word)))
    );
  },
};
