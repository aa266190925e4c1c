// Names that things bear: "the Garza annex", "Lindqvist's maneuver", "Weems v. Shinseki", a bot called "Juniper". Somebody was
// called so once; whether somebody of this case is, nobody can tell by the words, so they are asked about and never masked unasked.
import { ASK_BELOW, type Finding } from '../domain/pii.ts';

const list = (words: string) =>
  words
    .trim()
    .replace(/\s*\n\s*|\s+/g, '|')
    .replace(/_/g, ' ');

/** What is named after people and stands behind the name. */
const THINGS = list(`
  act|bill|award|prize|medal|cup|trophy|grant|scholarship|fellowship|fund|foundation|institute|library|museum|gallery|theater|theatre|stadium
  arena|annex|building|bldg|hall|wing|tower|pavilion|auditorium|atrium|chapel|cemetery|bridge|tunnel|dam|highway|hwy|parkway|expressway
  airport|barracks|armory|vamc|va|cboc|hcs|va_clinic|medical_center|memorial|elementary|high_school|middle_school|university
  college|syndrome|disease|palsy|maneuver|manoeuvre|reflex|contracture|fracture|phenomenon|anomaly|lymphoma|sarcoma|esophagus|catheter
  forceps|retractor|clamp|drain|stent|tube|splint|brace|boot|scale|score|index|inventory|questionnaire|criteria|classification|grading
  test|stain|procedure|operation|repair|technique|protocol|method|diet|regimen|formula|equation|theorem|paradox|razor|law|effect|principle
  cipher|algorithm|coefficient|distribution|filter|transform|bot|chatbot|robot|server|printer|theme|font|sprint|release|edition|model
  line|lift|sling|scanner|pump|monitor|keyboard|ultrasound|decision|ruling|case_law|settlement|precedent|v\\.|vs\\.?`);
const BEFORE = list(`
  conference_room|room|hall|building|bldg|camp|fort|ft\\.?|mount|mt\\.?|lake|operation|project|server|host|printer|bot|chatbot|robot|assistant
  release|sprint|codename|code_name|codenamed|theme|font|persona|mascot|ssid|wifi|wi-fi|hurricane|storm|typhoon|tropical_storm|team|squad
  brand|makers?_of|made_by|chapel|v\\.|vs\\.?`);

const BEHIND = new RegExp(
  `^["”’')]?(?:['’]s?)?[ -](?:${THINGS}|sign(?! (?:in|on|out|up|off)\\b))(?![\\p{L}\\p{N}])`,
  'iu',
);
const AHEAD = new RegExp(`(?<![\\p{L}\\p{N}])(?:${BEFORE})(?: (?:is|was|called|named))? ["“'‘(]?$`, 'iu');
/** Who is a machine, an animal or a drawing. */
const IS_NOBODY =
  /^["”’')]?,? (?:is |was |= )?(?:the|our|a|an|its) (?:\p{L}{2,12} )?(?:robot|bot|chatbot|assistant|avatar|mascot|penguin|dog|cat|parrot|printer|server|ship|trains?|storm|hurricane|character|cartoon|font|theme|demo|sample|template|fake|fictional)/iu;
/** Who is no one of this case: a sample, a character. */
const OF_A_SAMPLE =
  /(?:sample|example|demo|dummy|fake|fictional|placeholder|mascot|character)s?[ :,]{1,2}(?:\p{L}{2,12} ){0,3}["“'‘(]?$/iu;
/** A word in quotes is quoted for being odd; behind a key or beside a name it is a value like others. */
const QUOTES: Readonly<Record<string, string>> = { '"': '"', '“': '”', '‘': '’', '«': '»' };
const OF_A_VALUE = /(?:[:=,[{(]|(?<![\p{L}\p{N}])\p{Lu}[\p{L}'’.-]*) ?$/u;
const GOES_ON = /^(?: ?[,:\]})]| \p{Lu})/u;
const LOOK = 48;
/** What says whose name it is. */
const SAID = /^(?:source-|stated|field|hl7|column|name-of-r|name-possessive|asked)/;
const TITLE =
  /(?:\b(?:mr|mrs|ms|miss|dr|sgt|vet|veteran|patient|pt|caller|claimant|spouse|wife|husband|son|daughter)\.? ["“'‘(]?)$/i;

/** Names that a thing may bear are asked about. Sorted, as given. */
export function askOfNamedThings(text: string, findings: Finding[]): Finding[] {
  return findings.map((one) =>
    one.type === 'NAME' && one.confidence >= ASK_BELOW && !SAID.test(one.detector) && mayBeOfAThing(text, one)
      ? { ...one, confidence: ASK_BELOW - 0.01 }
      : one,
  );
}

function mayBeOfAThing(text: string, { start, end }: Finding): boolean {
  const before = text.slice(Math.max(0, start - LOOK), start);
  const after = text.slice(end, end + LOOK);
  if (TITLE.test(before)) return false;
  return (
    BEHIND.test(after) ||
    AHEAD.test(before) ||
    IS_NOBODY.test(after) ||
    OF_A_SAMPLE.test(before) ||
    isQuoted(before, after)
  );
}

function isQuoted(before: string, after: string): boolean {
  const closing = QUOTES[before.at(-1) ?? ''];
  return (
    closing !== undefined &&
    after[0] === closing &&
    !OF_A_VALUE.test(before.slice(0, -1)) &&
    !GOES_ON.test(after.slice(1))
  );
}
