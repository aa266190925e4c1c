// Numbers of people in the shapes they are written in: Social Security, dates of birth, phones, accounts, identifiers.
import { createLearnedShapes } from './learned-shapes.ts';
import { fromShapes, type Half, type Random } from './random.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const MESES = 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' ');
const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth'.split(
    ' ',
  );
const TENS = ['forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const ONES = ['', '-one', '-two', '-three', '-four', '-five', '-six', '-seven', '-eight', '-nine'];
const two = (value: number) => String(value).padStart(2, '0');
const ordinal = (day: number) =>
  `${day}${day % 10 === 1 && day !== 11 ? 'st' : day % 10 === 2 && day !== 12 ? 'nd' : day % 10 === 3 && day !== 13 ? 'rd' : 'th'}`;

/** `half` 0 leaves some shapes for the judging. */
export function createNumbers(random: Random, half: Half) {
  const { int, digits, letters, chance } = random;
  const pick = fromShapes(random, half);
  const more = createLearnedShapes(random, half);
  const ssn = () => {
    const [a, b, c] = [`${int(1, 7)}${digits(2)}`, two(int(10, 99)), digits(4)];
    return pick([
      ...[`${a}-${b}-${c}`, `${a}-${b}-${c}`, `${a}-${b}-${c}`, `${a} ${b} ${c}`, `${a}.${b}.${c}`, `${a}${b}${c}`],
      ...[`${a}${b}${c}`, `${a}/${b}/${c}`, `${a} - ${b} - ${c}`, `${a}-${b} ${c}`, `${a}–${b}–${c}`, `${a}-${b}${c}`],
      ...[`${a}_${b}_${c}`, `${a}*${b}*${c}`, `xxx-xx-${c}`],
      ...[`${a} ${b}${c}`, `***-**-${c}`, `${a}:${b}:${c}`, `${a}-${b}–${c}`, `${a}  ${b}  ${c}`, `${a}${b} ${c}`],
    ]);
  };
  const dob = () => {
    const [y, m, d] = [int(1921, 2004), int(1, 12), int(1, 28)];
    const month = MONTHS[m - 1] ?? '';
    const short = month.slice(0, 3);
    const yy = String(y).slice(2);
    return pick([
      ...[
        `${two(m)}/${two(d)}/${y}`,
        `${two(m)}/${two(d)}/${y}`,
        `${m}/${d}/${y}`,
        `${m}/${d}/${yy}`,
        `${m}-${d}-${yy}`,
      ],
      ...[
        `${d} ${short} ${y}`,
        `${month} ${d}, ${y}`,
        `${month} ${d} ${y}`,
        `${y}-${two(m)}-${two(d)}`,
        `${two(m)}${two(d)}${y}`,
      ],
      ...[
        `${y}${two(m)}${two(d)}`,
        `${month} ${ordinal(d)} ${y}`,
        `${m}.${d}.${y}`,
        `${two(d)}.${two(m)}.${y}`,
        `${short} ${ordinal(d)}, ${y}`,
      ],
      ...[
        `the ${ordinal(d)} of ${month} ${y}`,
        `${two(d)}-${short.toUpperCase()}-${y}`,
        `${two(d)}${short.toUpperCase()}${yy}`,
        `${short.toUpperCase()} ${two(d)}, ${y}`,
      ],
      ...[
        `${month} the ${ORDINALS[d - 1]}, nineteen ${pick(TENS)}${pick(ONES)}`,
        `${two(m)}-${two(d)}-${y}`,
        `${y}/${two(m)}/${two(d)}`,
      ],
      ...[
        `${d} ${month} ${y}`,
        `${short}. ${d}, ${y}`,
        `${m}/${d}`,
        `${two(m)} ${two(d)} ${y}`,
        `${two(m)}${two(d)}${yy}`,
        `${month} ${d}, '${yy}`,
      ],
      ...[
        `${m}.${d}.${yy}`,
        `${y}.${two(m)}.${two(d)}`,
        `${d}${short}${y}`,
        `${two(d)}${short.toUpperCase()}${y}`,
        `${ordinal(d)} ${month} ${y}`,
        `${m} / ${d} / ${y}`,
        `${m}-${d}-${y}`,
      ],
      ...[
        `${d}/${short}/${y}`,
        `${month} ${ORDINALS[d - 1]} ${y}`,
        `the ${ORDINALS[d - 1]} of ${month}, ${y}`,
        `${m} ${d} ${yy}`,
        `${d}. ${month} ${y}`,
        `${month} ${ordinal(d)}, '${yy}`,
        `${d} de ${MESES[m - 1]} de ${y}`,
        `${two(m)}${two(d)}${y}`,
        `${y}${two(m)}${two(d)}`,
        `${month.toLowerCase()} ${ordinal(d)} of ${yy}`,
        `${m}\\${d}\\${y}`,
      ],
    ]);
  };
  const year = () => pick([`${int(1921, 2004)}`, `${int(1921, 2004)}`, `'${int(21, 99)}`, `${int(1921, 2004)}`]);
  const phone = () => {
    const [a, b, c, x] = [
      `${int(2, 9)}${int(1, 9)}${digits(1)}`.replace(/^8(?=(.)\1|33)/, '7'),
      `${int(2, 9)}${digits(2)}`,
      digits(4),
      digits(pick([2, 3, 4, 5])),
    ];
    return pick([
      ...[
        `(${a}) ${b}-${c}`,
        `(${a}) ${b}-${c}`,
        `${a}-${b}-${c}`,
        `${a}-${b}-${c}`,
        `${a}-${b}-${c}`,
        `${a}.${b}.${c}`,
        `${a} ${b} ${c}`,
      ],
      ...[
        `1-${a}-${b}-${c}`,
        `+1 ${a} ${b} ${c}`,
        `+1${a}${b}${c}`,
        `${a}/${b}-${c}`,
        `${a}/${b}/${c}`,
        `${a}-${b}-${c} ext ${x}`,
      ],
      ...[
        `${a}-${b}-${c} x${x}`,
        `${a}*${b}*${c}`,
        `${a}${b}${c}`,
        `${a}${b}${c}`,
        `(${a})${b}-${c}`,
        `${a}-${b}${c}`,
        `${a} ${b}-${c}`,
      ],
      ...[
        `1 (${a}) ${b}-${c}`,
        `${a}.${b}.${c} ext. ${x}`,
        `${a} - ${b} - ${c}`,
        `1${a}${b}${c}`,
        `${b}-${c}`,
        `${a}_${b}_${c}`,
      ],
      ...[
        `+${pick(['44', '49', '63', '52', '81'])} ${digits(2)} ${digits(4)} ${digits(4)}`,
        `011 63 ${digits(3)} ${digits(3)} ${digits(4)}`,
      ],
      ...[
        `+1 (${a}) ${b}-${c}`,
        `+1-${a}-${b}-${c}`,
        `(${a}) ${b} ${c}`,
        `[${a}] ${b}-${c}`,
        `${a}.${b}-${c}`,
        `${a}--${b}--${c}`,
        `${a}${b}-${c}`,
        `(${a})-${b}-${c}`,
        `${a} ${b}${c}`,
        `${a}-${b}.${c}`,
        `${b} ${c}`,
        `${a}.${b}.${c}x${x}`,
        `${b}.${c}`,
        `1.${a}.${b}.${c}`,
      ],
    ]);
  };
  const rx = () =>
    pick([
      digits(7),
      digits(7),
      digits(8),
      `${digits(8)}${pick(['A', 'B', 'C'])}`,
      `${digits(7)}${letters(1)}`,
      `${letters(1)}${digits(7)}`,
      `${digits(3)}-${digits(7)}`,
      `${digits(6)}`,
      `${digits(7)}${letters(1)}`.toLowerCase(),
      `${digits(8)}-${letters(1)}`,
      `RX${digits(7)}`,
      `${digits(7)}-${digits(2)}`,
      `${digits(8)} ${letters(1)}`,
      `${digits(4)}-${digits(5)}`,
      `${letters(2)}${digits(6)}`,
      digits(9),
      ...more.prescriptions(),
    ]);
  const claim = () =>
    pick([
      ...[
        `${int(1, 9)}${digits(8)}`,
        `C${digits(8)}`,
        `${int(1, 9)}${digits(7)}`,
        `C ${digits(2)} ${digits(3)} ${digits(3)}`,
        `C-${digits(8)}`,
      ],
      ...[
        `${digits(2)} ${digits(3)} ${digits(3)}`,
        `XC ${digits(2)} ${digits(3)} ${digits(3)}`,
        `6003${digits(5)}`,
        `${digits(3)} ${digits(2)} ${digits(4)}`,
        `c${digits(7)}`,
        `CSS ${digits(3)} ${digits(2)} ${digits(4)}`,
      ],
      ...[
        `${digits(3)} ${digits(3)} ${digits(3)}`,
        `${digits(3)}-${digits(3)}-${digits(3)}`,
        `C${digits(2)} ${digits(3)} ${digits(3)}`,
        `C-${digits(2)}-${digits(3)}-${digits(3)}`,
        `60${digits(7)}`,
        `${digits(2)}-${digits(3)}-${digits(3)}`,
        `XSS${digits(9)}`,
        `xc${digits(8)}`,
        `${digits(4)} ${digits(5)}`,
      ],
      ...more.claims(),
    ]);
  const card = () => {
    const parts = [`${int(3, 6)}${digits(3)}`, digits(4), digits(4), digits(4)];
    return pick([parts.join(' '), parts.join('-'), parts.join(''), `3${digits(3)} ${digits(6)} ${digits(5)}`]);
  };
  const mbi = () => {
    const l = () => pick([...'ACDEFGHJKMNPQRTUVWXY']);
    const parts = [
      `${int(1, 9)}${l()}${pick([l(), digits(1)])}${digits(1)}`,
      `${l()}${pick([l(), digits(1)])}${digits(1)}`,
      `${l()}${l()}${digits(2)}`,
    ];
    return parts.join(pick(['', '-', ' ', '-']));
  };
  const mac = () =>
    Array.from({ length: 6 }, () => int(0, 255).toString(16).padStart(2, '0')).join(pick([':', ':', '-']));
  const mixed = (count: number) => Array.from({ length: count }, () => (chance(0.5) ? digits(1) : letters(1))).join('');
  return {
    ssn,
    dob,
    year,
    phone,
    rx,
    claim,
    card,
    mbi,
    mac: () =>
      chance(0.1)
        ? mac()
            .replace(/[:-]/g, '')
            .replace(/(.{4})(?=.)/g, '$1.')
        : chance(0.3)
          ? mac().toUpperCase()
          : mac(),
    last4: () => digits(4),
    init4: () =>
      pick([
        `${letters(1)}${digits(4)}`,
        `${letters(1)}${digits(4)}`,
        `${letters(1)}-${digits(4)}`,
        `${letters(1)} ${digits(4)}`,
        `${letters(1)}/${digits(4)}`,
        `${letters(1)}${digits(4)}`.toLowerCase(),
        `${letters(1)}.${digits(4)}`,
        `${letters(1)}_${digits(4)}`,
        `${letters(1)}: ${digits(4)}`,
      ]),
    age90: () => String(int(90, 104)),
    phone10: () => `${int(2, 9)}${digits(2)}${int(2, 9)}${digits(6)}`,
    icn: () =>
      pick([
        `10${digits(8)}V${digits(6)}`,
        `10${digits(8)}V${digits(6)}`,
        `10${digits(8)}`,
        `10${digits(8)}v${digits(6)}`,
        `10${digits(8)} V ${digits(6)}`,
      ]),
    edipi: () => `${int(1, 2)}${digits(9)}`,
    dfn: () => digits(pick([5, 6, 7, 7, 7, 8, 9])),
    mrn: () =>
      pick([
        digits(8),
        digits(7),
        digits(6),
        `MRN${digits(6)}`,
        `${digits(3)}-${digits(2)}-${digits(3)}`,
        `${letters(1)}${digits(7)}`,
        digits(9),
        `${digits(4)} ${digits(4)}`,
        `${letters(2)}-${digits(6)}`,
        `${digits(2)}-${digits(2)}-${digits(2)}`,
        `00${digits(6)}`,
      ]),
    message: () => digits(pick([7, 8, 8, 9])),
    account: () =>
      pick([
        digits(int(8, 13)),
        digits(int(8, 13)),
        `${digits(4)} ${digits(4)} ${digits(3)}`,
        `${digits(4)}-${digits(6)}`,
      ]),
    routing: () => `${pick(['0', '1', '2', '3'])}${digits(8)}`,
    otp: () =>
      pick([
        digits(6),
        digits(6),
        digits(6),
        `${digits(3)} ${digits(3)}`,
        digits(8),
        `${digits(3)}-${digits(3)}`,
        mixed(6),
      ]),
    license: () =>
      pick([
        `${letters(1)}${digits(7)}`,
        digits(8),
        digits(9),
        `${letters(1)}${digits(3)}-${digits(4)}-${digits(4)}`,
        `${letters(2)}${digits(6)}`,
        `${letters(1)}${digits(12)}`,
        `${letters(1)}${digits(2)}-${digits(2)}-${digits(4)}`,
        `WDL${mixed(9)}`,
        ...more.licenses(),
      ]),
    passport: () => pick([digits(9), `${letters(1)}${digits(8)}`, `C${digits(8)}`]),
    plate: () =>
      pick([
        `${letters(3)} ${digits(4)}`,
        `${letters(3)}${digits(4)}`,
        `${int(1, 9)}${letters(3)}${digits(3)}`,
        `${letters(3)}-${digits(3)}`,
        `${letters(3)} ${digits(3)}`,
        `DV ${digits(5)}`,
        `${digits(3)} ${letters(3)}`,
        `${letters(2)}${digits(5)}`,
        ...more.plates(),
      ]),
    vin: () =>
      `${pick(['1', '2', '3', 'J', '5', 'W'])}${Array.from({ length: 16 }, () => pick([...'ABCDEFGHJKLMNPRSTUVWXYZ0123456789'])).join('')}`,
    ip: () =>
      chance(0.4)
        ? `10.${int(0, 255)}.${int(0, 255)}.${int(1, 254)}`
        : `${int(11, 126)}.${int(0, 255)}.${int(0, 255)}.${int(1, 254)}`,
    ip6: () =>
      chance(0.4)
        ? `2600:${int(4096, 65535).toString(16)}:${int(16, 65535).toString(16)}::${int(1, 65535).toString(16)}`
        : Array.from({ length: 8 }, () => int(0, 65535).toString(16)).join(':'),
    device: () =>
      pick([
        digits(15),
        mixed(12),
        `${letters(2)}${digits(8)}`,
        `SN${mixed(10)}`,
        `VHA${letters(3)}-${pick(['WS', 'LT', 'DT'])}${digits(4)}`,
        `${pick(['iPhone of', 'LAPTOP-'])}${mixed(7)}`.replace('iPhone of', 'IPAD-'),
        `DESKTOP-${mixed(7)}`,
        `${letters(3)}-${digits(6)}`,
        `C02${mixed(9)}`,
        `${mixed(4)}-${mixed(4)}-${mixed(4)}`,
        `${digits(3)}-${digits(4)}-${digits(3)}`,
        `${letters(1)}${digits(10)}`,
        ...more.devices(),
      ]),
    room: () =>
      pick([
        `${int(100, 899)}`,
        `${int(1, 9)}${letters(1)}-${int(1, 40)}`,
        `${int(100, 899)}-${pick(['A', 'B', '1', '2'])}`,
        `${int(100, 899)}${pick(['A', 'B'])}`,
        `${int(2, 7)}${pick(['N', 'S', 'E', 'W'])} ${int(100, 899)}`,
        `${int(1, 7)}${pick(['A', 'B', 'C'])} bed ${int(1, 30)}`,
      ]),
    date: () =>
      pick([
        `${int(1, 12)}/${int(1, 28)}/${int(2023, 2026)}`,
        `${int(1, 12)}/${int(1, 28)}`,
        `${pick(MONTHS)} ${int(1, 28)}`,
        `${int(2023, 2026)}-${two(int(1, 12))}-${two(int(1, 28))}`,
        `${pick(MONTHS)} ${int(1, 28)}, ${int(2023, 2026)}`,
        `${int(1, 12)}/${int(1, 28)}/${int(23, 26)}`,
        `${int(1, 28)} ${pick(MONTHS).slice(0, 3)} ${int(2023, 2026)}`,
        `last ${pick(['Tuesday', 'week', 'month'])}`,
      ]),
    time: () =>
      pick([
        `${int(1, 12)}:${two(int(0, 59))} ${pick(['AM', 'PM'])}`,
        `${two(int(0, 23))}:${two(int(0, 59))}`,
        `${two(int(0, 23))}${two(int(0, 59))}`,
        `${two(int(0, 23))}:${two(int(0, 59))}:${two(int(0, 59))}`,
        `${int(1, 12)}${pick(['am', 'pm'])}`,
      ]),
  };
}
