// Values as they are told aloud, typed with a gap after every sign, or with a letter for a digit; birthdays by their holiday, streets
// without a suffix, names of one's own making. Learned and never judged by, as in `learned-shapes.ts`.
import type { Makers } from './index.ts';
import type { Random } from './random.ts';

const DIGITS = 'zero one two three four five six seven eight nine'.split(' ');
const TEENS = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth'.split(
    ' ',
  );
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const HOLIDAYS =
  "Christmas Day|Christmas Eve|xmas|xmas eve|New Year's Day|New Years Eve|Veterans Day|Valentine's Day|Independence Day|Easter Sunday|Halloween|Thanksgiving Day|Groundhog Day|Flag Day|Labor Day|July Fourth|the Fourth of July|D-Day|Pearl Harbor Day".split(
    '|',
  );
const THINGS =
  'tiger lemon bucket rocket pickle donkey ladder unicorn truck apple river coffee hammer banjo cactus pepper turtle cookie anchor tractor beagle muffin dragon saddle bluebird honey puppy whiskey thunder marigold rosebud catfish skillet lantern'.split(
    ' ',
  );
const PETS = 'Rusty Buster Princess Mr. Pickles Fluffy Bandit Daisy Shadow Lucky Smokey'.split(' ');
const OWN_NAMES =
  'Captain America|Papa Bear|Pop-Pop|Big Mike|Hot Rod|Mr. Clean|Little Joe|Cookie Monster|Pee Wee|Mama Dee|Sweet Pea|Old Salt|Iron Mike|Lil Ray|Big Daddy|Top Dog|Fast Eddie|Slim Jim|Tall Paul|Mad Dog|Wild Bill|Nana Jo|Red Fox|the Colonel|Gramps|Gunny Bob|Chief Joe|Honey Bun|Sugar Bear|Uncle Buck'.split(
    '|',
  );

/** The same makers, of which some tell a share of their values. */
export function tellSome(makers: Makers, random: Random): Makers {
  const told = createToldShapes(random);
  return Object.fromEntries(
    Object.entries(makers).map(([kind, make]): [string, () => string] => {
      const [share, shapes] = told[kind] ?? [0, () => []];
      return [kind, () => (share > 0 && random.chance(share) ? random.pick(shapes()) : make())];
    }),
  );
}

/** By kind the share that is told, and the shapes to choose from. */
function createToldShapes(random: Random): Readonly<Record<string, readonly [number, () => readonly string[]]>> {
  const { digits, letters, int, pick, chance } = random;
  const spaced = (value: string, gap = ' ') => [...value].join(gap);
  const said = (value: string) => {
    const zero = pick(['zero', 'oh', 'oh', 'o']);
    return value
      .replace(/(\d)\1/g, (two, one) => (chance(0.3) ? `double ${DIGITS[Number(one)]} ` : two))
      .replace(/\d/g, (digit) => `${digit === '0' ? zero : DIGITS[Number(digit)]} `)
      .trim()
      .replace(/ {2,}/g, ' ');
  };
  const joined = (groups: readonly string[]) =>
    groups.map(said).join(pick([' ', ', ', ' dash ', '... ', ' - ', ', uh, ', '; ']));
  /** Letters where digits were meant. */
  const mistyped = (value: string) => value.replace(/0/g, 'O').replace(/1/g, (one) => (chance(0.5) ? 'l' : one));
  const counted = (value: number): string =>
    value < 10
      ? (DIGITS[value] ?? '')
      : value < 20
        ? (TEENS[value - 10] ?? '')
        : `${TENS[Math.floor(value / 10) - 2]}${value % 10 === 0 ? '' : `${pick(['-', ' '])}${DIGITS[value % 10]}`}`;
  const inPairs = (value: string) => value.replace(/..(?=.)/g, '$& ');
  const hex = (count: number) => Array.from({ length: count }, () => int(0, 15).toString(16)).join('');
  const area = () => `${int(2, 9)}${int(1, 9)}${digits(1)}`;
  const [holiday, thing] = [() => pick(HOLIDAYS), () => pick(THINGS)];

  return {
    SSN: [
      0.12,
      () => {
        const groups = [`${int(1, 7)}${digits(2)}`, digits(2), digits(4)];
        return [joined(groups), spaced(groups.join('')), groups.map((one) => spaced(one)).join(pick([' ', '-', ' - ']))]
          .concat(mistyped(groups.join('-')), groups.join('..'), groups.join(' – '), spaced(groups.join(''), '-'))
          .concat(`${groups.join('-')}.`, groups.join('_-'));
      },
    ],
    DOB: [
      0.15,
      () => {
        const [month, day, year] = [pick(MONTHS), int(1, 28), int(1924, 2003)];
        const short = month.slice(0, 3);
        const yy = String(year).slice(2);
        const [spokenDay, spokenYear] = [ORDINALS[day - 1] ?? '', counted(Number(yy))];
        return [
          `${holiday()} ${year}`,
          `${holiday()} ${year}`,
          `${holiday()} '${yy}`,
          `${holiday()} ${yy}`,
          `the ${spokenDay} of ${month}, nineteen ${spokenYear}`,
          `the ${spokenDay} of ${month} ${spokenYear}`,
          `${month} the ${spokenDay} ${pick(['', 'of '])}${spokenYear}`,
          `on the ${spokenDay} day of ${month} in ${spokenYear}`,
          `the ${spokenDay}, of the ${ORDINALS[int(0, 11)]}, nineteen ${spokenYear}`,
          `${counted(int(1, 12))} ${counted(day)} ${spokenYear}`,
          `${counted(int(1, 12))}... ${counted(day)}... ${spokenYear}`,
          `${day} of ${month.toLowerCase()} ${yy}`,
          `${day} ${short.toLowerCase()} of ${yy}`,
          `${short} the ${day}th of '${yy}`,
          `${short}, ${day}, ${year}`,
          `${short} of ${yy}, the ${day}th`,
          `${int(1, 12)} of ${day} of ${yy}`,
          `${int(1, 12)} - ${day} - ${yy}`,
          `${int(1, 12)}/?/${yy}`,
          `${year}-${day}-${int(1, 12)}`,
          `${int(1, 12)}_${day}_${yy}`,
          `${short.toUpperCase()}/${day}/${year}`,
          `${year}, nobody knows the day`,
        ];
      },
    ],
    PHONE: [
      0.1,
      () => {
        const groups = [area(), `${int(2, 9)}${digits(2)}`, digits(4)];
        const [a, b, c] = groups;
        return [joined(groups), joined(groups.slice(1)), spaced(groups.join('')), spaced(`${b}${c}`)]
          .concat(
            groups.map((one) => spaced(one)).join(' - '),
            mistyped(`(${a}) ${b}-${c}`),
            mistyped(`${a}.${b}.${c}`),
          )
          .concat(
            `${b}-${c}, area code ${a}`,
            `area code ${said(a ?? '')}, ${joined(groups.slice(1))}`,
            `x ${digits(4)}`,
          )
          .concat(`(${said(a ?? '')}) ${said(b ?? '')} ${spaced(c ?? '')}`, `${a} ${said(b ?? '')} ${c}`)
          .concat(
            `1 ${a} ${b} ${c?.slice(0, 2)} ${c?.slice(2)}`,
            `${a}..${b}..${c}`,
            `${a}:${b}:${c}`,
            `${a},${b},${c}`,
          );
      },
    ],
    LAST4: [0.1, () => [said(digits(4)), spaced(digits(4)), spaced(digits(4), '-'), joined([digits(2), digits(2)])]],
    OTP: [
      0.2,
      () => [
        spaced(digits(6)),
        spaced(digits(6), '-'),
        inPairs(digits(6)),
        said(digits(6)),
        `${spaced(digits(3))} - ${spaced(digits(3))}`,
        digits(5),
        `${letters(1)}-${digits(6)}`,
      ],
    ],
    PLATE: [
      0.2,
      () => [
        `${letters(3)} ${spaced(digits(4))}`,
        `${letters(2)} ${spaced(digits(3))} ${letters(1)}`,
        `${spaced(letters(3))} ${spaced(digits(3))}`,
        `DV ${digits(5)}`,
        `${letters(3)}-${pick(['DAD', 'MOM', 'VET', 'FAN', 'USA'])}`,
        `${digits(1)}${letters(3)}·${digits(3)}`,
        `${letters(3)} ${digits(3)}`.toLowerCase(),
      ],
    ],
    MAC: [
      0.25,
      () => {
        const bytes = Array.from({ length: 6 }, () => hex(2));
        return [bytes.join(' '), bytes.join('.'), bytes.join(''), bytes.join('-').toUpperCase()].concat(
          `${bytes.slice(0, 3).join('')} ${bytes.slice(3).join(' ')}`.toUpperCase(),
        );
      },
    ],
    VIN: [
      0.2,
      () => {
        const number = `${int(1, 5)}${letters(2)}${digits(1)}${letters(2)}${digits(2)}${letters(3)}${digits(6)}`;
        return [
          number.replace(/(.{4})(?=.)/g, '$1 '),
          number.replace(/^(.{5})(.{4})(.{4})/, '$1 $2 $3 '),
          number.toLowerCase(),
        ];
      },
    ],
    MBI: [
      0.15,
      () => {
        const parts = [
          `${int(1, 9)}${letters(2)}${digits(1)}`,
          `${letters(2)}${digits(1)}`,
          `${letters(2)}${digits(2)}`,
        ];
        return [parts.join(' - '), parts.join('.'), `${parts[0]} ${parts[1]}-${parts[2]}`, spaced(parts.join(''))];
      },
    ],
    AGE90: [
      0.15,
      () => [`ninety${pick(['', '-', ' '])}${DIGITS[int(1, 9)]}`, 'ninety', 'a hundred and one', 'one hundred and two'],
    ],
    EDIPI: [
      0.1,
      () => {
        const number = `1${digits(9)}`;
        return [
          spaced(number),
          number.replace(/^(.)(...)(...)/, '$1 $2 $3 '),
          number.replace(/^(...)(...)/, '$1-$2-'),
          inPairs(number),
        ];
      },
    ],
    ICN: [
      0.1,
      () => {
        const [number, check] = [`10${digits(8)}`, digits(6)];
        return [
          `${spaced(number)} V ${spaced(check)}`,
          `${number} v ${check}`,
          `${number.replace(/(...)(?=.)/g, '$1 ')} V ${check.slice(0, 3)} ${check.slice(3)}`,
        ];
      },
    ],
    DFN: [
      0.15,
      () => [
        `${int(1, 9)} ${digits(3)} ${digits(3)}`,
        `${digits(2)} ${digits(3)} ${digits(3)}`,
        `${digits(2)}-${digits(3)}-${digits(3)}`,
        `${digits(3)}-${digits(4)}`,
        `${digits(4)} ${digits(4)}`,
      ],
    ],
    ROOM: [
      0.2,
      () => [
        `${int(1, 9)} ${pick(['West', 'East', 'North', 'South'])} bed ${pick(['A', 'B', '2', '14'])}`,
        `${letters(1)}${int(1, 9)}.${digits(3)}`,
        `${int(1, 9)}${letters(1)}-${digits(3)}`,
        `${letters(1)}-wing/${digits(3)}`,
        `apt ${int(1, 40)}-${letters(1)}`,
        `${int(1, 9)}-${pick(['North', 'South'])}-${int(1, 30)}`,
        `hall ${letters(1)} rm ${int(1, 30)}`,
      ],
    ],
    DEVICE: [
      0.12,
      () => [
        `${pick(['GRANDPA', 'GRANDMA', 'HOME', 'KITCHEN', 'DEN', 'FAMILY'])}-PC`,
        `${digits(1)}${letters(2)} ${digits(4)} ${letters(3)}`,
        `${letters(2)} ${digits(6)}`,
        `${letters(4)}-${digits(2)}${letters(2)}-${letters(1)}${digits(1)}${letters(1)}${digits(1)}`,
      ],
    ],
    SECRET: [
      0.25,
      () => [
        `${thing()}-${thing()}-${thing()}`,
        `${thing()}_${thing()}_${int(1990, 2026)}`,
        `${thing()} ${thing()} ${thing()}`,
        `ilove${thing()}${digits(2)}`,
        `ILuvMy${thing()}!${digits(1)}`,
        `${pick(PETS)}${digits(4)}`,
        `${pick(['Summer', 'Winter', 'Fall', 'Spring'])}-${thing()}-${digits(2)}`,
        `${thing()}#${digits(4)}x`,
        `${thing()}${digits(4)}`,
      ],
    ],
    USER: [
      0.12,
      () => [
        `${thing()}${digits(2)}`,
        `${thing()}_${thing()}`,
        `${thing()}.${thing()}.${digits(1)}`,
        `${thing()}-${thing()}-${thing()}`,
        `${pick(['chief', 'gramps', 'nana', 'capt', 'grandpa', 'gma'])}${pick(['-', '_', '.', ''])}${thing()}`,
        `${digits(1)}${thing()}s`,
        `i.luv.${thing()}`,
        `${thing()}4${thing()}`,
      ],
    ],
    NICK: [0.2, () => [pick(OWN_NAMES), pick(OWN_NAMES), pick(OWN_NAMES).toLowerCase()]],
    STREET: [
      0.15,
      () => [
        `${int(2, 999)} ${pick(['Elm', 'Monroe', 'Hamilton', 'Old Baldy', 'Kit Carson', 'Commercial', 'Butte Vista', 'Quail Run'])}`,
        `${letters(1)}${digits(4)} ${pick(['Town Hall Rd', 'County KK', 'State Road 33', 'Hwy M'])}`,
        `Lot ${int(2, 60)}, ${pick(['Shady Pines', 'Sleepy Hollow', 'Quail Run', 'Desert Palms'])}${pick(['', ' MHP'])}`,
        `Space ${int(2, 90)}, ${pick(['Quail Run RV', 'Sunny Acres', 'Big Bend Park'])}`,
        `${pick(['One', 'Two', 'Nine'])} ${pick(['Quail Hollow', 'Beacon Place', 'Fox Run'])}`,
        `${counted(int(10, 99))} ${pick(['oh two', 'twenty', 'fifty-five'])} ${pick(['north main street', 'Lakeshore Drive', 'Bayou Road'])}`,
        `hwy ${int(2, 99)} ${pick(['n', 's', 'mile'])} ${int(2, 99)}`,
        `${int(2, 9)} mi ${pick(['N', 'S', 'E', 'W'])} of Hwy ${int(2, 99)}`,
        `Star Route ${int(1, 4)}, Box ${int(2, 99)}`,
        `${digits(4)}${pick(['A', 'B', '½', ' 1/2'])} ${pick(['E.', 'W.', ''])} ${pick(['Chokecherry', 'Sycamore', 'Commercial'])}${pick([' Loop', '', ' St, rear unit'])}`,
      ],
    ],
  };
}
