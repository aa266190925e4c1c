// One maker for each hole of a sentence: `{NAME}`, `{SSN}`. Wider than those of the corpus: every shape people were seen to use.
import { allLocales } from '@faker-js/faker';
import { createLearnedUsers } from './learned-shapes.ts';
import { createNames } from './names.ts';
import { createNumbers } from './numbers.ts';
import { createRandom, fromHalf, fromShapes, type Half } from './random.ts';
import { tellSome } from './told-shapes.ts';

export type Makers = Readonly<Record<string, () => string>>;

const STATES =
  'AL AK AZ AR CA CO CT DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH NJ NM NV NY OH OK OR PA PR SC SD TN TX UT VA VT WA WI WV WY'.split(
    ' ',
  );
const STATE_NAMES =
  'Alabama|Texas|Ohio|Florida|New Mexico|North Carolina|Montana|Oregon|Georgia|South Dakota|Virginia|Puerto Rico'.split(
    '|',
  );
const AMERICAN_CITIES = allLocales.en.location?.city_name ?? [];
const CITIES =
  'Cheyenne|Tulsa|El Paso|Spokane|Boise|Fort Wayne|Cedar Rapids|Rapid City|Baton Rouge|Mesa|Chico|Waco|Macon|Augusta|Duluth|St. Cloud|Sioux Falls|Las Cruces|Lake City|Bay Pines|Salem|Roanoke|Hampton|Erie|Altoona|Butler|Lebanon|Dayton|Marion|Danville|Poplar Bluff|Fayetteville|Muskogee|Temple|Kerrville|Big Spring|Prescott|Tucson|Reno|Fresno|Martinez|Eureka|Roseburg|Bend|Walla Walla|Yakima|Helena|Miles City|Minot|Bismarck|Hot Springs|Omaha|Grand Island|Topeka|Leavenworth|Wichita|Shreveport|Jackson|Biloxi|Tuskegee|Mobile|Pensacola|Tampa|Orlando|Gainesville|Savannah|Charleston|Columbia|Asheville|Durham|Richmond|Martinsburg|Dover|Toms River|Brick|Castle Point|Albany|Buffalo|Bath|Togus|Bangor|Manchester|White River Junction|Worcester|Providence|Newington|Ponce|Mayagüez|Hilo|Kona|Agana|Anchorage|Wasilla'
    .split('|')
    .concat(AMERICAN_CITIES);
const STREETS =
  'Oak|Maple Grove|Lake View|Martin Luther King|5th|County Line|Elm|Pecan Hollow|Old Mill|Sunset|Cherokee|Main|Second|Birch|Kamehameha|Calle Luna|W 42nd|Highland|Pine Ridge|Rural Route 3|State|Washington|Mockingbird|Fox Run|Peachtree|Cactus|Mesa Verde|Shiloh Church|Farm to Market 1960|N Broadway|County Road 12|FM 2920|Hwy 9|Avenue C|Old Stage|Avenida Central|Camino Real|Paseo del Norte|Rue Bourbon|E 3rd|NE 122nd|Cotton Gin|Turkey Creek|Deer Path|Hickory Nut|Sycamore|Dogwood|Meadow|Church|School House|Railroad|Water|Ridge Top'.split(
    '|',
  );
const SUFFIXES =
  'St|Ave|Rd.|Rd|Lane|Ln|Dr|Blvd|Court|Ct|Way|Pkwy|Ter|Cir|Place|Loop|Trail|Hwy|Street|Avenue|Drive'.split('|');
const UNITS = [
  '',
  '',
  '',
  '',
  ' Apt 4',
  ' #12',
  ', Unit B',
  ' Lot 7',
  ', Apt. 3C',
  ' apt 210',
  ' Trlr 9',
  ' Ste 200',
  ' 1/2',
  ' Apt. #7',
  ', Apartment 12',
  ' Unit 4-C',
  ' Bldg 3',
  ' Rm 9',
  ' Fl 2',
  ' Spc 41',
];
const DOMAINS =
  'gmail.com yahoo.com aol.com hotmail.com outlook.com icloud.com comcast.net va.gov us.army.mil mail.mil verizon.net att.net protonmail.com sbcglobal.net msn.com live.com me.com ymail.com cox.net charter.net bellsouth.net earthlink.net frontier.com windstream.net optonline.net roadrunner.com rocketmail.com mail.com zoho.com gmx.com fastmail.com usaf.mil navy.mil usmc.mil army.mil health.mil umich.edu'.split(
    ' ',
  );
const BRANCHES =
  'usmc army navy usaf uscg marine vet nam airborne ranger seabee cav 82nd usn devildog semperfi bct oif oef gulf 101st recon tanker medic'.split(
    ' ',
  );
const FACILITIES =
  'Bay Pines VAMC|the Jesse Brown VA Medical Center|Palo Alto|Charlie Norwood VAMC|the Spokane clinic|Orlando VA|Cheyenne|James A. Haley|Hines VA|the Tomah VAMC|Station 648|the Boise CBOC|Walla Walla VA|Michael E. DeBakey VAMC|Audie Murphy|Sam Rayburn Memorial|Mann-Grandstaff|Harry S. Truman VA|the Loma Linda VA|John Cochran|G.V. (Sonny) Montgomery VAMC|Edward Hines Jr. VA Hospital|Fayetteville NC VAMC|Dorn VAMC|Togus|VISN 12|Portland VA HCS'.split(
    '|',
  );
const FACILITY_KINDS =
  'VAMC|CBOC|VA|VA Medical Center|VA clinic|Vet Center|HCS|VA Health Care System|OPC|VA hospital|VAMC|CBOC|VARO|Regional Office|CLC|VA Outpatient Clinic|domiciliary|CMOP|National Cemetery'.split(
    '|',
  );
const PRODUCTS =
  'My HealtheVet|Secure Messaging|VA Profile|the Claim Status Tool|Rx Refill|VAOS|Blue Button|JLV|VetText|Login.gov|ID.me|CPRS|PowerChart|Travel Pay|BTSSS|VA Video Connect|eBenefits|MPI|Find a Form|the VA app|Allergies and Reactions|Care Team|Vet360|Lighthouse API|VBMS|VistA|CAPRI|Joint Longitudinal Viewer|GI Bill Comparison Tool|Health Chat|Ask VA|Appointments|Caregivers Program|Community Care|VA Mobile|Direct Deposit|Education Letters|Notification Center|MyVA|the Debt Portal|Vets.gov|DS Logon|Premium DS Logon|CCRA|VSE|Scheduling Redesign|Sentinel|Medical Images|Travel Claim|Annie|Prosthetics Order|Supply Reorder|Decision Reviews|VRRAP|COE Status|Accredited Rep Portal|Vitals|Labs and Tests|Self-Entered|VHIE|Drupal|Platform Console'.split(
    '|',
  );
const BROWSERS =
  'Brave|Opera|DuckDuckGo|Safari on iPhone|Chrome for Android|Edge on Windows 11|JAWS 2025 with Chrome|NVDA|VoiceOver|Dragon|Silk|Firefox Focus|Chrome|Edge|Firefox|Safari|Chrome 141|Edge 140|iOS Safari|Samsung Internet|Firefox ESR|IE mode'.split(
    '|',
  );
const MEDICINES =
  'metformin|lisinopril|atorvastatin|gabapentin|sertraline|omeprazole|losartan|Eliquis|Ozempic|tamsulosin|amlodipine|prazosin|trazodone|warfarin|levothyroxine|albuterol|hydrocodone|insulin glargine|Jardiance|buspirone|Allegra|Claritin|Zoloft|Xarelto|Lyrica|Seroquel|Celebrex|Viagra|Cialis|Lexapro|Cymbalta|Plavix|Lantus|Humira|Trulicity|Farxiga|Entresto|Spiriva|Symbicort|Flonase|Singulair|Nexium|Pepcid|prednisone|furosemide|carvedilol|clopidogrel|rosuvastatin|mirtazapine|duloxetine|venlafaxine|quetiapine|aripiprazole|methotrexate|tizanidine|cyclobenzaprine|naproxen|meloxicam|naltrexone|buprenorphine|Suboxone|Narcan|testosterone cypionate|finasteride|oxybutynin|Myrbetriq|latanoprost|timolol|Ambien|melatonin|Vitamin D|vitamin B-12|potassium chloride|hydrochlorothiazide|HCTZ|Chantix|nicotine patches|Depakote|lamotrigine|Keppra|lithium|Abilify|Wellbutrin XL|diclofenac gel|Voltaren|lidocaine patch|Imitrex|Ajovy|semaglutide|Mounjaro|Wegovy|colchicine|allopurinol|Colace|senna|Metamucil|famotidine|Prilosec'.split(
    '|',
  );
const FORMS =
  '21-674|21-686c|21-4138|21-0966|21-2680|21-8940|10-2850c|10-7959c|10-10d|26-1880|28-1900|22-1995|22-5490|21-4192|SF-95|SF-15|W-9|1095-B|DD-214|DD Form 149|DA 31|NGB 22|OF-306|VA 9|VA Form 10-5345a|20-10206|20-10207|40-1330|21P-530EZ|21P-527EZ|10-583|10-8678|21-526EZ|10-10EZ|21-0781|VA Form 21-4142|10-3542|21-22|10-5345|SF 180|DD 214|20-0995|20-0996|40-10007|10-10CG|22-1990|21P-534EZ'.split(
    '|',
  );
const PUBLIC_PHONES =
  '800-827-1000|1-877-327-0022|877-222-8387|988|711|1-800-698-2411|800-273-8255|(800) 829-4833|855-574-7286|866-606-8198'.split(
    '|',
  );
const PASSWORD_WORDS =
  'Eagle Semper Liberty Buster Hunter Rosie Semper Fluffy Harley Summer Winter Packers Cowboys Dolphin Tiger'.split(
    ' ',
  );

/** Makers of a seed. `half` as in `createNames`. */
export function createMakers(seed: number, half: Half = null): Makers {
  const random = createRandom(seed);
  const { int, digits, letters, chance } = random;
  const pick = fromShapes(random, half);
  const from = fromHalf(random, half);
  const names = createNames(random, half);
  const numbers = createNumbers(random, half);
  const plain = (name: string) =>
    name
      .normalize('NFD')
      .toLowerCase()
      .replace(/[^a-z]/g, '') || 'sam';
  const [g, f, i] = [() => plain(names.given()), () => plain(names.family()), () => names.initial().toLowerCase()];
  const capital = (word: string) => `${word[0]?.toUpperCase()}${word.slice(1)}`;
  const moreUsers = createLearnedUsers(random, half, { given: g, family: f, initial: i });
  const user = () =>
    pick([
      ...[
        `${g()}${digits(2)}`,
        `${i()}${f()}_${digits(3)}`,
        `${g()}.${f()}`,
        `${f()}${i()}`,
        `${f()}${i()}${digits(1)}`,
        `${i()}${f()}`,
        `${i()}${f()}${digits(2)}`,
      ],
      ...[
        `${f()}_${from(BRANCHES)}`,
        `${f()}${from(BRANCHES)}`,
        `${g()}${from(BRANCHES)}${digits(2)}`,
        `${from(BRANCHES)}${f()}${digits(2)}`,
        `vha${letters(3).toLowerCase()}${f().slice(0, 5)}${i()}`,
        `VHA${letters(3)}${f().slice(0, 5).toUpperCase()}${i().toUpperCase()}`,
      ],
      ...[
        `${g()}-${f()}`,
        `${g()}_${f()}`,
        `${f()}.${g()}.${i()}`,
        `${g()}${f()}${digits(4)}`,
        `vaww\\${f()}${i()}`,
        `${pick(['sgt', 'doc', 'gunny', 'pop'])}${f()}`,
        `OIT${f().slice(0, 5).toUpperCase()}${i().toUpperCase()}`,
      ],
      ...[
        `${f()}${i()}`,
        `${f()}${i()}${digits(2)}`,
        `${f()}.${i()}`,
        `${f()}_${i()}`,
        `${i()}.${f()}`,
        `${i()}_${f()}`,
        `${i()}-${f()}`,
        `${f()}${digits(2)}`,
        `${f()}${int(1940, 2004)}`,
        `${g()}${int(1940, 2004)}`,
        `${g()}${i()}`,
        `${g()}${i()}${digits(2)}`,
        `${i()}${i()}${f()}`,
        `${f()}${i()}${i()}`,
      ],
      ...[
        `${from(BRANCHES)}_${f()}`,
        `${from(BRANCHES)}.${g()}`,
        `${f()}.${from(BRANCHES)}`,
        `${f()}-${from(BRANCHES)}`,
        `${g()}the${from(BRANCHES)}`,
        `${capital(f())}${i().toUpperCase()}`,
        `${capital(g())}${capital(f())}${digits(2)}`,
        `${capital(f())}_${capital(g())}`,
        `${plain(names.nick())}${digits(2)}`,
        `${plain(names.nick())}_${f()}`,
        `${f()}${g()}`,
        `${pick(['big', 'papa', 'old', 'real', 'the', 'mr', 'mrs', 'ms'])}${pick(['', '_'])}${g()}${digits(2)}`,
        `${pick(['v10n', 'vha', 'vba', 'dva', 'vaco', 'nca', 'visn8', 'VHA20', 'OITBAY', 'vhapug', 'VHASLC'])}${f().slice(0, 6)}${i()}${pick(['', '', digits(1)])}`,
      ],
      ...moreUsers(),
    ]);
  const handle = () =>
    `@${pick([`${f()}${i()}`, `${f()}${i()}${digits(2)}`, `${i()}.${f()}`, `${g()}${f()}`, `${capital(g())}${capital(f())}`, `${i()}${i()}${f()}`, `${g()}-${i()}`, `${f()}_${digits(2)}`, `${plain(names.nick())}${digits(2)}`, `${g()}.${f()}`, `${g()}`, `${g()}${i()}`, `${i()}${f()}`, `${f()}`, `${g()}_${f()}`, `${g()}-${f()}`, `${g()}${digits(2)}`, `${f()}${from(BRANCHES)}`])}`;
  const email = () => {
    const local = pick([
      `${g()}.${f()}`,
      `${g()}${digits(2)}`,
      `${g()}_${f()}`,
      `${i()}${f()}`,
      `${f()}.${g()}`,
      `${g()}${f()}${digits(3)}`,
      `${from(BRANCHES)}${f()}${digits(2)}`,
      `${g()}.${i()}.${f()}`,
      `${f()}${i()}`,
      `${g()}.${f()}+va`,
      `${capital(g())}.${capital(f())}`,
      `${g()}.${f()}${digits(1)}`,
      `${plain(names.nick())}${int(1940, 2004)}`,
      `the${f()}s`,
      `${g()}and${g()}`,
      `${f()}family${digits(1)}`,
    ]);
    const domain = from(DOMAINS);
    return pick([
      ...Array.from({ length: 8 }, () => `${local}@${domain}`),
      `${local} at ${domain.replace('.', ' dot ')}`,
      `${local} @ ${domain}`,
      `${local}@${domain}`.toUpperCase(),
      `${g()} dot ${f()} at gmail dot com`,
      `${local}(at)${domain}`,
      `${local} [at] ${domain.replace('.', ' [dot] ')}`,
      `${local} AT ${domain.replace('.', ' DOT ')}`,
      `${i()} ${f()} at ${domain.replace('.', ' dot ')}`,
      `${g()} underscore ${f()} at yahoo dot com`,
      `${local} at ${domain}`,
    ]);
  };
  const street = () =>
    `${int(2, 29999)} ${pick(['', '', '', 'N ', 'SW ', 'East ', 'S. '])}${chance(0.35) ? names.family() : from(STREETS)} ${pick(SUFFIXES)}${pick(UNITS)}`;
  const cityLine = () =>
    `${from(CITIES)}${pick([', ', ', ', ' ', ',', ' ', '  '])}${chance(0.8) ? pick(STATES) : from(STATE_NAMES)} ${digits(5)}${chance(0.15) ? `-${digits(4)}` : ''}`;
  const box = () =>
    pick([
      `PO Box ${digits(int(2, 5))}`,
      `P.O. Box ${digits(3)}`,
      `RR ${int(1, 9)} Box ${digits(2)}`,
      `HC ${digits(2)} Box ${digits(3)}`,
      `PSC ${digits(3)} Box ${digits(4)}`,
    ]);
  const two = (value: number) => String(value).padStart(2, '0');
  const base62 = (count: number) =>
    Array.from({ length: count }, () =>
      pick([...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789']),
    ).join('');
  const hex = (count: number) => Array.from({ length: count }, () => int(0, 15).toString(16)).join('');
  const makers: Makers = {
    NAME: names.name,
    GIVEN: names.given,
    FAMILY: names.family,
    REVERSED: names.reversed,
    NICK: names.nick,
    INITIALS: names.initials,
    SSN: numbers.ssn,
    LAST4: numbers.last4,
    INIT4: numbers.init4,
    DOB: numbers.dob,
    YEAR: numbers.year,
    AGE90: numbers.age90,
    AGE: () => String(int(22, 88)),
    PHONE: numbers.phone,
    PHONE10: numbers.phone10,
    EMAIL: email,
    ADDRESS: () =>
      chance(0.12)
        ? `${box()}, ${cityLine()}`
        : chance(0.1)
          ? `PSC ${digits(3)} Box ${digits(4)}, APO ${pick(['AE', 'AP'])} 09${digits(3)}`
          : `${street()}${pick([', ', ' ', '\n', ', '])}${cityLine()}`,
    STREET: () => (chance(0.12) ? box() : street()),
    CITYLINE: cityLine,
    CITY: () => from(CITIES),
    ICN: numbers.icn,
    EDIPI: numbers.edipi,
    DFN: numbers.dfn,
    MRN: numbers.mrn,
    MBI: numbers.mbi,
    CLAIM: numbers.claim,
    RX: numbers.rx,
    MESSAGE: numbers.message,
    USER: user,
    HANDLE: handle,
    SECRET: () =>
      pick([
        `${from(PASSWORD_WORDS)}${digits(int(2, 4))}${pick(['!', '#', '$', '', '!!', '*'])}`,
        base62(int(10, 24)),
        `${from(PASSWORD_WORDS)}${from(PASSWORD_WORDS)}${digits(2)}`,
        `eyJ${base62(20)}.${base62(24)}`,
        `P@ss${pick(['w0rd', 'word'])}${digits(2)}`,
        `${from(PASSWORD_WORDS).toLowerCase()}${digits(2)}`,
        `sk_live_${base62(16)}`,
      ]),
    OTP: numbers.otp,
    ACCOUNT: numbers.account,
    ROUTING: numbers.routing,
    CARD: numbers.card,
    CARD4: numbers.last4,
    LICENSE: numbers.license,
    PASSPORT: numbers.passport,
    PLATE: numbers.plate,
    VIN: numbers.vin,
    IP: numbers.ip,
    IP6: numbers.ip6,
    MAC: numbers.mac,
    DEVICE: numbers.device,
    URL: () =>
      pick([
        `https://www.va.gov/${pick(['my-health', 'profile', 'auth/callback'])}?${pick(['code', 'token', 'user', 'icn'])}=${base62(18)}`,
        `https://eauth.va.gov/mhv?icn=${numbers.icn()}&name=${g()}`,
        `https://api.va.gov/v0/users/${f()}.${g()}/profile?email=${g()}@gmail.com`,
        `va.gov/profile?user=${g()}.${f()}&dob=1950-01-0${int(1, 9)}`,
      ]),
    ROOM: numbers.room,
    DATE: numbers.date,
    TIME: numbers.time,
    REQUESTID: () => pick([`${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`, hex(16), `req-${hex(8)}`]),
    // What is nobody's
    RECORD: () =>
      pick([
        ...[`26-HRC-HD-${digits(2)}-${digits(8)}`, `HRC-HD-V1-000${digits(7)}`, `INC4${digits(7)}`, `CHG${digits(7)}`],
        ...[
          `#${int(1, 9)}${digits(int(3, 5))}`,
          `#${int(1, 9)}${digits(5)}`,
          `va.gov-team#${digits(5)}`,
          `SUPPORT-${digits(5)}`,
        ],
        ...[
          `GitHub issue #${digits(6)}`,
          `0${digits(7)}`,
          `RITM${digits(7)}`,
          `PRB00${digits(5)}`,
          `YOURIT-${digits(6)}`,
        ],
        ...[
          `2609${two(int(1, 28))}-${digits(6)}`,
          `PR #${digits(5)}`,
          `SCTASK${digits(7)}`,
          `${digits(2)}-HRC-HD-${digits(2)}-${digits(8)}`,
        ],
        ...[
          `CS${digits(7)}`,
          `TASK${digits(7)}`,
          `KB00${digits(5)}`,
          `MHV-${digits(5)}`,
          `VAOS-${digits(4)}`,
          `ticket ${digits(5)}`,
          `case ${int(1, 9)}${digits(6)}`,
          `APPEALS-${digits(5)}`,
          `va.gov-cms#${digits(5)}`,
          `vets-api#${digits(5)}`,
          `PD-${digits(6)}`,
          `batch ${digits(4)}`,
          `row ${int(2, 900)}`,
          `sprint ${int(2, 140)}`,
        ],
      ]),
    VERSION: () =>
      pick([
        `${int(90, 142)}.0.${int(1000, 7800)}.${int(10, 190)}`,
        `${int(1, 20)}.${int(0, 30)}.${int(0, 20)}`,
        `v${int(1, 9)}.${int(0, 99)}`,
        `2026.${int(1, 12)}.${int(1, 9)}`,
        `${int(14, 26)}${letters(1)}${int(10, 9999)}`,
        `iOS ${int(15, 26)}.${int(0, 9)}`,
        `${int(15, 26)}.${int(0, 7)}.${int(0, 4)}`,
        `${int(19, 26)}H${int(1, 2)}`,
        `r${int(1000, 99999)}`,
        `${int(1, 9)}.${int(0, 40)}-rc${int(1, 9)}`,
        `SP${letters(1)}${int(1, 9)}.${digits(6)}.0${int(10, 40)}`,
      ]),
    HASH: () => hex(pick([7, 10, 40])),
    FACILITY: () =>
      chance(0.55)
        ? from(FACILITIES)
        : `${chance(0.3) ? 'the ' : ''}${chance(0.8) ? from(CITIES) : names.family()} ${pick(FACILITY_KINDS)}`,
    ERRORCODE: () =>
      pick([
        ...[
          '401',
          '403',
          '404',
          '422',
          '429',
          '500',
          '502',
          '503',
          '504',
          `VA${digits(3)}`,
          `E${digits(4)}`,
          `SM${digits(3)}`,
        ],
        ...[`ERR_${letters(4)}_${digits(3)}`, `ERR_${digits(9)}`, `MHV_${digits(4)}`, `MHV${digits(9)}`, `0x${hex(8)}`],
        ...[
          '001',
          '003',
          '007',
          '101',
          '110',
          `HTTP ${pick(['400', '408', '409', '413', '500'])}`,
          `EVSS${digits(3)}`,
          `BGS-${digits(4)}`,
          `MPI ${digits(3)}`,
          `code ${digits(3)}`,
          `ORA-${digits(5)}`,
          `TS${digits(5)}`,
          `-${digits(3)}`,
          `SQL${digits(4)}N`,
          `E_${letters(6)}`,
          `UMLS-${digits(4)}`,
          `error ${digits(4)}`,
          `EVSS_${digits(3)}-${digits(2)}-${digits(4)}`,
          `${letters(3).toLowerCase()}${digits(10)}`,
        ],
      ]),
    FORM: () => from(FORMS),
    PRODUCT: () => from(PRODUCTS),
    BROWSER: () => pick(BROWSERS),
    MEDICINE: () => from(MEDICINES),
    CITY_AS_PLACE: () => from(CITIES),
    N: () => String(chance(0.8) ? int(2, 99) : int(100, 4999)),
    PUBLICPHONE: () =>
      chance(0.6)
        ? from(PUBLIC_PHONES)
        : `${pick(['', '1-', '1 '])}8${pick(['00', '33', '44', '55', '66', '77', '88'])}-${int(2, 9)}${digits(2)}-${digits(4)}`,
  };
  return half === 1 ? makers : tellSome(makers, random);
}
