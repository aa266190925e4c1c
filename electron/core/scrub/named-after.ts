// What is named after people and is nobody: brands, laws, rooms, storms, sprints and fonts, and the people
// that examples and filler texts are about.
import { keepPhrase as keep } from './allowlist.ts';
import type { CuedPattern } from './detector.ts';

const NAMED_AFTER = 'named-after';

/** Makers, shops, food and people of history, whole; nobody who calls is called so. */
const KNOWN = `
amelia earhart|rosa parks|harriet tubman|betty ford|betsy ross|abraham lincoln|franklin delano
roosevelt|theodore roosevelt|audie murphy|tommy john|lou gehrig|ask jeeves|mickey mouse|donald duck|bugs bunny|homer simpson|captain crunch|
john q. public|jane q. public|joe schmo|joe blow|john hancock|lorem ipsum|foo bar|marie callender's|marie callenders|ben & jerry's|
trader joe's|dr. pepper|dr pepper|dr. scholl's|dr scholl's|dr. bronner's|mrs. dash|mr. coffee|ms. pac-man|mr. potato head|
uncle ben's|aunt jemima|little debbie|betty crocker|sara lee|jimmy dean|oscar mayer|jack daniel's|jim beam|johnnie walker|
becton dickinson|smith & nephew|johnson & johnson|eli lilly|bausch & lomb|bausch + lomb|wells fargo|charles schwab|merrill lynch|
morgan stanley|jpmorgan chase|ernst & young|booz allen|harley-davidson|harley davidson|martin baker|smith & wesson|rand mcnally|
barnes & noble|dick's sporting goods|ace hardware|dave & buster's|johnny isakson|david p. roe|clinger-cohen|heath robinson|
elizabeth dole|bob dole|edith nourse rogers|deborah sampson|john s. mccain|hershel "woody" williams|parker hannifin|perkin elmer|
thermo fisher|martin marietta|rolls-royce|procter & gamble|arm & hammer|estée lauder|calvin klein|ralph lauren|tommy hilfiger|
lane bryant|kelly blue book|merriam-webster|robert's rules|murphy's law|moore's law|occam's razor|godwin's law|conway's law|
hobson's choice|grace hopper|ada lovelace|bob's your uncle|billy mays|rube goldberg|
huey, dewey and louie|
smith-magenis|ehlers-danlos|guillain-barré|guillain-barre|prader-willi|creutzfeldt-jakob|charcot-marie-tooth|klippel-feil|sturge-weber|
wolff-parkinson-white|stevens-johnson|osgood-schlatter|legg-calvé-perthes|epstein-barr|niemann-pick|von willebrand|von hippel-lindau|
lambert-eaton|wernicke-korsakoff|brown-séquard|mallory-weiss|zollinger-ellison|budd-chiari|peutz-jeghers|cheyne-stokes|cockcroft-gault|
bland-altman|kaplan-meier|mann-whitney|dix-hallpike|jackson-pratt|swan-ganz|hill-rom|bair hugger|myers-briggs|stanford-binet|salter harris|salter-harris|charles bonnet|wong baker|wong-baker|kellgren lawrence|roland morris|jerry pettis|jonathan wainwright|j.b. hunt|
jack of all trades|heavens to betsy|plain jane|doubting thomas|average joe|great scott|nervous nellie|booker t. washington|bert and ernie|jekyll and hyde|thelma and louise`
  .replace(/\n/g, '')
  .split('|');

const first = (name: string) => name.match(/^\p{L}[\p{L}'’-]*/u)?.[0] ?? name;
const escaped = (name: string) => name.replace(/[.+]/g, '\\$&').replace(/'/g, "['’]?");

/** A name behind what it is a name of: "conference room Amelia", "codename Maverick", "Hurricane Milton". */
const THINGS =
  'conference room|conf room|meeting room|code name|codenamed|codename|sprint|theme|font|hurricane|tropical storm|winter storm|typhoon|persona|mascot|chatbot|avatar|ransomware'.split(
    '|',
  );
const inEitherLetter = (thing: string) => `[${thing[0]}${thing[0]?.toUpperCase()}]${thing.slice(1)}`;

/** Streets are named after them, too: behind a number, or before what a street is. */
const OF_A_STREET = /\d[A-Z]? (?:(?:[NSEW]|north|south|east|west)\.? )?$/i;

export const NAMED_AFTER_PEOPLE: readonly CuedPattern[] = [
  {
    ...keep(
      NAMED_AFTER,
      [...new Set(KNOWN.map(first))].join(' '),
      new RegExp(`(?:${KNOWN.map(escaped).join('|')})(?![\\p{L}\\p{N}]|-\\p{L})`, 'iuy'),
    ),
    accept: (_, text, start) => !OF_A_STREET.test(text.slice(Math.max(0, start - 12), start)),
  },
  keep(
    NAMED_AFTER,
    [...new Set(THINGS.map(first))].join(' '),
    new RegExp(
      `(?:${THINGS.map(inEitherLetter).join('|')})(?: (?:is|was|called|named))? ["“'‘]?\\p{Lu}[\\p{L}'’-]{2,20}(?: \\p{Lu}\\p{Ll}{2,20})?["”'’]?(?![\\p{L}\\p{N}])`,
      'uy',
    ),
  ),
];
