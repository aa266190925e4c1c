// License plates: a shape that products and tickets have as well, so that only words of vehicles shortly before tell. Asked about.
import { ASKED } from './asked.ts';
import type { CuedPattern } from './detector.ts';

const VEHICLES =
  'plate plates tags vehicle veh car truck pickup van suv sedan jeep ford chevy chevrolet dodge toyota honda nissan subaru kia hyundai buick gmc harley motorcycle scooter minivan camper trailer rv ride pov bumper vanity parked towed';
const SHAPE =
  '(?:[A-Z]{2,3}[ -]?\\d{3,5}|\\d{3}[ -]?[A-Z]{3}|\\d[A-Z]{3}[ -]?\\d{3}|[A-Z]\\d{2}[ -]?[A-Z]{3}|[A-Z]{2,3} \\d(?: \\d){2,3})';
/** Tickets, forms, roads and machines are numbered so. */
const NO_PLATE =
  /^(?:mhv|sm|rx|mr|vaos|pr|kb|inc|cs|chg|req|ritm|cve|icd|cpt|va|us|api|ui|qa|http|err|hwy|rt|rte|cr|fm|lot|rm|apt|bldg|ext|box|po|am|pm|mg|ml|lbs|ft|for|the|and|was|has|had|got|not|at|to|in|on|of|by|or|is|it|no|my|his|her|our|all|ver|ios|win|dob|ssn|opt|fy|ty)(?![a-z])/i;

export const PLATES: readonly CuedPattern[] = [
  {
    type: 'PLATE',
    name: `${ASKED}-plate`,
    confidence: 0.5,
    cues: VEHICLES.split(' '),
    pattern: new RegExp(
      `(?:${VEHICLES.split(' ').join('|')})(?![\\p{L}\\p{N}])[^\\n\\d]{0,24}?(?<![\\p{L}\\p{N}-])(?<v>${SHAPE})(?![\\p{L}\\p{N}-]|[.,]\\d)`,
      'iuy',
    ),
    accept: (value) => !NO_PLATE.test(value) && !/^\d{3} ?(?:mph|mpg|rpm|hrs|min)$/i.test(value),
  },
];
