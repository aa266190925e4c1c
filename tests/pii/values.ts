// Invented values of every kind of personal information, in the shapes people type. Seeded: the same seed, the same values.
import {
  type Faker,
  fakerDE,
  fakerES_MX,
  fakerFR,
  fakerPL,
  fakerPT_BR,
  fakerTR,
  fakerVI,
  faker as us,
} from '@faker-js/faker';

const ELSEWHERE: readonly Faker[] = [fakerDE, fakerES_MX, fakerFR, fakerPL, fakerPT_BR, fakerTR, fakerVI];
/** Syllables for names that stand in no list. */
const OPENINGS =
  'Bra Che Dro Fen Gri Hol Jev Kra Lom Mav Nur Ost Pel Quin Rav Sko Tre Ulm Vor Wex Yol Zab Okw Nze Tua Kah'.split(' ');
const MIDDLES = 'da lo mi ra ve nu ko sha li ba tto rne gu ela iko'.split(' ');
const ENDINGS = 'ski wicz son ez ian ova nen ström berg ley ton man ard oni kwu lani nga hara'.split(' ');
/** Names that are words, products' words or months too. */
const WORDY_GIVEN =
  'Hope Mark Grant Will May April June Faith Joy Bill Rich Rose Chase Dale Guy Art Grace Miles Drew Chance'.split(' ');
const WORDY_FAMILY =
  'Young Brown King Hill Wood Banks Fields Love Rivers Stone Cook Bishop Price Bell Page Park Rice West Church Case'.split(
    ' ',
  );
const NICKNAMES = 'Skip Doc Red Buddy Tex Ace Bear Chief Sparky Moose Bubba Lefty'.split(' ');

export type Values = Readonly<Record<string, () => string>>;

/** One maker for each placeholder of a sentence: `{NAME}`, `{SSN}`. */
export function createValues(seed: number): Values {
  for (const one of [us, ...ELSEWHERE]) one.seed(seed);
  const pick = <T>(items: readonly T[]) => us.helpers.arrayElement(items as T[]);
  const digits = (count: number) => us.string.numeric({ length: count });
  const latin = (name: string) => name.replace(/[^\p{Script=Latin}' -]/gu, '') || 'Ana';
  const invented = () => `${pick(OPENINGS)}${us.helpers.maybe(() => pick(MIDDLES)) ?? ''}${pick(ENDINGS)}`;
  const given = () =>
    us.helpers.weightedArrayElement([
      { weight: 5, value: () => us.person.firstName() },
      { weight: 3, value: () => latin(pick(ELSEWHERE).person.firstName()).split(' ')[0] ?? 'Ana' },
      { weight: 1, value: () => pick(WORDY_GIVEN) },
    ])();
  const family = () =>
    us.helpers.weightedArrayElement([
      { weight: 5, value: () => us.person.lastName() },
      { weight: 3, value: () => latin(pick(ELSEWHERE).person.lastName()) },
      { weight: 2, value: invented },
      { weight: 1, value: () => pick(WORDY_FAMILY) },
      { weight: 1, value: () => `${us.person.lastName()}-${us.person.lastName()}` },
    ])();
  const initial = () => us.string.alpha({ length: 1, casing: 'upper' });
  const name = () =>
    pick([
      () => `${given()} ${family()}`,
      () => `${given()} ${initial()}. ${family()}`,
      () => `${given()} ${initial()} ${family()}`,
      () => `${given()} ${family()} ${pick(['Jr.', 'Sr.', 'III', 'Jr'])}`,
      () => `${given()} "${pick(NICKNAMES)}" ${family()}`,
      () => `${given()} ${given()} ${family()}`,
    ])();
  const parts = () => ({
    a: us.string.numeric({ length: 3, exclude: ['0', '9', '6'] }),
    b: us.number.int({ min: 10, max: 99 }),
    c: us.number.int({ min: 1000, max: 9999 }),
  });
  const area = () => us.helpers.arrayElement(['303', '512', '808', '702', '614', '907', '319', '787', '251', '706']);
  const line = () => `${us.number.int({ min: 200, max: 999 })}`;
  const birth = () => us.date.birthdate({ min: 25, max: 88, mode: 'age' });
  const two = (value: number) => String(value).padStart(2, '0');
  const luhn = () => us.finance.creditCardNumber({ issuer: pick(['visa', 'mastercard', 'discover']) });
  const street = () =>
    `${us.number.int({ min: 2, max: 29999 })} ${pick(['', '', 'N ', 'SW ', 'East '])}${pick([us.person.lastName(), 'Oak', 'Lake View', 'Martin Luther King', '5th', 'Maple Grove', 'County Line'])} ${pick(['St', 'Ave', 'Rd.', 'Lane', 'Dr', 'Blvd', 'Court', 'Way', 'Pkwy', 'Ter'])}${pick(['', '', ' Apt 4', ' #12', ', Unit B', ' Lot 7'])}`;
  const town = () =>
    `${us.location.city()}${pick([', ', ' '])}${us.location.state({ abbreviated: true })} ${us.location.zipCode('#####')}`;
  const user = () =>
    pick([
      () => `${given().toLowerCase().replace(/\W/g, '')}${digits(2)}`,
      () =>
        `${initial().toLowerCase()}${family()
          .toLowerCase()
          .replace(/[^a-z]/g, '')}_${digits(3)}`,
      () =>
        `${given().toLowerCase().replace(/\W/g, '')}.${family()
          .toLowerCase()
          .replace(/[^a-z]/g, '')}`,
    ])();
  return {
    NAME: name,
    GIVEN: given,
    FAMILY: family,
    REVERSED: () => `${family()}, ${given()}${pick(['', ` ${initial()}`, ` ${initial()}.`])}`,
    SSN: () => {
      const { a, b, c } = parts();
      return pick([`${a}-${b}-${c}`, `${a} ${b} ${c}`, `${a}.${b}.${c}`, `${a}${b}${c}`, `${a}/${b}/${c}`]);
    },
    LAST4: () => digits(4),
    INIT4: () => `${initial()}${digits(4)}`,
    DOB: () => {
      const date = birth();
      const [y, m, d] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
      const month = date.toLocaleString('en-US', { month: 'long', timeZone: 'UTC' });
      return pick([
        `${two(m)}/${two(d)}/${y}`,
        `${m}-${d}-${String(y).slice(2)}`,
        `${d} ${month.slice(0, 3)} ${y}`,
        `${month} ${d}, ${y}`,
        `${y}-${two(m)}-${two(d)}`,
        `${two(m)}${two(d)}${y}`,
        `${month} ${d}th ${y}`,
        `${m}.${d}.${y}`,
      ]);
    },
    YEAR: () => pick([`${birth().getUTCFullYear()}`, `'${String(birth().getUTCFullYear()).slice(2)}`]),
    AGE90: () => String(us.number.int({ min: 90, max: 104 })),
    PHONE: () => {
      const [a, b, c] = [area(), line(), digits(4)];
      return pick([
        `(${a}) ${b}-${c}`,
        `${a}-${b}-${c}`,
        `${a}.${b}.${c}`,
        `${a} ${b} ${c}`,
        `1-${a}-${b}-${c}`,
        `+1 ${a} ${b} ${c}`,
        `${a}/${b}-${c}`,
        `${a}-${b}-${c} ext ${digits(3)}`,
      ]);
    },
    PHONE10: () => `${area()}${line()}${digits(4)}`,
    EMAIL: () => {
      const [first, last] = [given(), family()].map((one) =>
        one
          .toLowerCase()
          .normalize('NFD')
          .replace(/[^a-z]/g, ''),
      );
      return pick([
        `${first}.${last}@${pick(['gmail.com', 'yahoo.com', 'va.gov', 'comcast.net', 'us.army.mil'])}`,
        `${first}${digits(2)}@aol.com`,
        `${first} dot ${last} at gmail dot com`,
        `${first}_${last}@outlook.com`,
      ]);
    },
    ADDRESS: () =>
      pick([
        () => `${street()}, ${town()}`,
        () => `${street()} ${town()}`,
        () => `PO Box ${digits(4)}, ${town()}`,
        () => street(),
        () => `PSC ${digits(3)} Box ${digits(4)}, APO AE 09${digits(3)}`,
      ])(),
    ICN: () => `10${digits(8)}V${digits(6)}`,
    EDIPI: () => `1${digits(9)}`,
    DFN: () => digits(7),
    MRN: () => digits(8),
    MBI: () =>
      `${us.number.int({ min: 1, max: 9 })}${initial()}${initial()}${digits(1)}-${initial()}${initial()}${digits(1)}-${initial()}${initial()}${digits(2)}`,
    CLAIM: () => pick([digits(9).replace(/^0/, '6'), `C${digits(8)}`, digits(8).replace(/^0/, '2')]),
    RX: () => pick([digits(7), `${digits(8)}${pick(['A', 'B', ''])}`]),
    MESSAGE: () => digits(8),
    USER: user,
    SECRET: () =>
      pick([
        `${pick(['Eagle', 'Semper', 'Liberty', 'Buster'])}${digits(2)}${pick(['!', '#', '$', ''])}`,
        us.internet.password({ length: 12 }).replace(/[^\w]/g, 'x').concat('7'),
      ]),
    ACCOUNT: () => digits(us.number.int({ min: 9, max: 12 })),
    ROUTING: () => `0${digits(8)}`,
    CARD: () => pick([luhn(), luhn().replace(/-/g, ''), luhn().replace(/-/g, ' ')]),
    LICENSE: () => pick([`${initial()}${digits(7)}`, digits(8), `${initial()}${digits(3)}-${digits(4)}-${digits(4)}`]),
    PASSPORT: () => pick([digits(9), `${initial()}${digits(8)}`]),
    PLATE: () =>
      pick([
        `${us.string.alpha({ length: 3, casing: 'upper' })} ${digits(4)}`,
        `${digits(1)}${us.string.alpha({ length: 3, casing: 'upper' })}${digits(3)}`,
        `${us.string.alpha({ length: 3, casing: 'upper' })}-${digits(3)}`,
      ]),
    VIN: () => us.vehicle.vin(),
    IP: () => us.internet.ipv4(),
    IP6: () => us.internet.ipv6(),
    MAC: () => us.internet.mac(),
    DEVICE: () => pick([digits(15), `${us.string.alphanumeric({ length: 12, casing: 'upper' })}7`]),
    URL: () =>
      `https://www.va.gov/${pick(['my-health', 'profile', 'auth/callback'])}?${pick(['code', 'token', 'user', 'icn'])}=${us.string.alphanumeric(18)}`,
    ROOM: () => `${us.number.int({ min: 100, max: 899 })}${pick(['', 'A', '-B'])}`,
    // What is nobody's
    RECORD: () =>
      pick([
        `26-HRC-HD-${digits(2)}-${digits(8)}`,
        `HRC-HD-V1-000${digits(7)}`,
        `INC4${digits(7)}`,
        `2609${two(us.number.int({ min: 1, max: 28 }))}-${digits(6)}`,
      ]),
    VERSION: () =>
      `${us.number.int({ min: 90, max: 142 })}.0.${us.number.int({ min: 1000, max: 7800 })}.${us.number.int({ min: 10, max: 190 })}`,
    HASH: () => us.git.commitSha({ length: 10 }),
    FACILITY: () =>
      pick([
        'Bay Pines VAMC',
        'the Jesse Brown VA Medical Center',
        'Palo Alto',
        'Charlie Norwood VAMC',
        'the Spokane clinic',
        'Orlando VA',
        'Cheyenne',
      ]),
  };
}
