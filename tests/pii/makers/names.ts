// Names of every origin: from lists, from syllables that stand in no list, words that are names, and other scripts.
import { allLocales } from '@faker-js/faker';
import { wordSurnames } from '../../../electron/core/scrub/names/lists.ts';
import { fromHalf, type Half, type Random } from './random.ts';

function* strings(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) yield* strings(item);
}

const isLatin = (name: string) => /^[\p{Script=Latin}'’ -]+$/u.test(name) && name.length > 1;
const poolOf = (locales: readonly (keyof typeof allLocales)[], part: 'first_name' | 'last_name') =>
  [...new Set(locales.flatMap((locale) => [...strings(allLocales[locale].person?.[part])]))].filter(isLatin).sort();

const AMERICAN = ['en', 'en_US'] as const;
const ELSEWHERE = [
  ...([
    'de',
    'es',
    'es_MX',
    'fr',
    'it',
    'pl',
    'pt_BR',
    'tr',
    'vi',
    'nl',
    'sv',
    'da',
    'fi',
    'cs_CZ',
    'hu',
    'ro',
  ] as const),
  ...(['en_IN', 'en_NG', 'en_GH', 'id_ID', 'hr', 'nb_NO', 'lv', 'sk', 'en_ZA', 'af_ZA', 'yo_NG', 'zu_ZA'] as const),
];
const GIVEN = { american: poolOf(AMERICAN, 'first_name'), elsewhere: poolOf(ELSEWHERE, 'first_name') };
const FAMILY = { american: poolOf(AMERICAN, 'last_name'), elsewhere: poolOf(ELSEWHERE, 'last_name') };

const words = (list: string) => list.split(' ');
/** Given names and surnames that are words, products, months or places too. */
const WORDY_GIVEN = words(
  'Hope Grant Art Mark Will May April June August Faith Joy Bill Rich Rose Chase Dale Guy Grace Miles Drew Chance Ruby Jasmine Violet Crystal Dawn Summer Autumn Frank Jack Pat Sue Rob Bob Ray Gene Cliff Rusty Buddy Sonny Sandy Penny Ginger Olive Ivy Iris Pearl Amber Hunter Carter Mason Tucker Dakota Austin Houston Dallas Madison Savannah Charity Patience Mercy Destiny Royal King Duke Earl Major Angel Jesus Christian Pilot River Sky Star Noble Justice Liberty Chip Skip Herb Basil Sterling Wade Lane Reed Heath Forrest Glen Ford Link Page Paige Case Cash Norm Max Victor Melody Harmony Trinity Genesis Haven Story Trace Blaze Maverick Gunner Ranger Colt Rocky Stone Cliff Sage Willow Hazel Holly Daisy Lily Violet Poppy Fern Clay Flint Jade Opal Garnet Raven Robin Wren Jay Martin Merry Bliss Honor Verity Temperance Prudence Constance Felicity Amity Unity Promise Treasure Precious Princess Queen Prince Baron Dean Deacon Bishop Pope Saint Archer Chandler Parker Porter Sawyer Thatcher Turner Walker Cooper Fisher Foster Gardner Shepherd Marshal Major Cannon Steel Brooks Banks Fields Woods Hill Dell Vale Cove Bay Ocean Storm Rain Snow Frost Winter Noel Virginia Carolina Georgia Montana Tennessee Cheyenne Lincoln Jefferson Denver Orlando Phoenix Paris London Sydney Florence Brooklyn Chelsea Kent Troy Cody Rusty Dusty Merit Ransom Gale Buck Bear Wolf Fox Hawk Lark Dove Kitty Bunny Fanny Dolly Peg Babe Cherry Peaches Olive Basil Rosemary Ginger Sherry Brandy Candy Cookie Sugar Honey Lonnie Lance Spike Dash Axel Ace Gauge Canon Remington Colton Easton Weston Camp Bo Ty Mack Mick Rod Dick Randy Woody Barb Dot Bea Vi Flo Di Jo Kit Nan Tad Art Al Cy Ed Hal Ike Lew Mel Ned Ora Roy Sol Von Zed',
);
const WORDY_FAMILY = words(
  'Young Brown King Hill Wood Banks Fields Love Rivers Stone Cook Bishop Price Bell Page Park Rice West Church Case Green White Black Gray Long Short Small Little Rich Poor Best Good Strong Swift Sharp Wise Moody Savage Hardy Blank Block Bridges Brooks Pond Lake Marsh Forest Woods Branch Bush Rose Flowers Berry Bean Pepper Salt Fish Bass Pike Wolfe Fox Lamb Hogg Bear Hawk Crane Swan Drake Martin Parrott Baker Carpenter Fisher Hunter Mason Miller Porter Potter Sawyer Shepherd Taylor Turner Walker Weaver Farmer Gardener Marshall Major Sergeant Chambers Hall House Temple Castle Towers Gates Wall Street Lane Rhodes Day Weeks Winter Summers Snow Frost Storm Winn Lawless Outlaw Crook Judge Law Laws Bond Cash Money Pence Penny Goodnight Farewell Hand Foot Head Beard Battle Graves Coffin Doctor Nurse Self Sellers Speed Early Noon Monday Friday March May Ready Quick Walls Bills Grant Tester Link Field Key Keys Locke Cross Sample',
);
/** Any word that some family is called by. */
const WORD_SURNAMES = wordSurnames().map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`);
const NATIVE = words(
  'Peshlakai Tohe Bitsui Becenti Claw Nakai Deschenie Keams Goldtooth Todacheene Shije Toya Chino Pecos Sando Waconda Kanosh Secakuku Honyouti Masayesva Lomawaima Sekaquaptewa Tsinajinnie Kaulaity Tonepahhote Wauqua Tenequer Tiger Harjo Fixico Deere Tallbear Swimmer Mankiller Sixkiller Ketcher Teehee Begay Yazzie Tsosie Benally Nez Tso Begaye Etsitty Manygoats Bitsilly Hosteen Tohannie Chee Attakai Locklear Oxendine Iyotte Kipp Wadena Ahtone Tsatoke Poolaw Quoetone Zephier Iyall Sohappy',
);
const NATIVE_PHRASES =
  'Running Bear|Two Bulls|Red Cloud|Yellow Horse|Kills Crow|Iron Shell|White Eagle|Spotted Elk|Little Thunder|Standing Rock|Bad Heart Bull|Afraid of Bear|Crow Dog|Black Elk|Medicine Crow|Big Crow|Good Voice|Long Soldier|Fast Horse|Bull Bear|Walks Over Ice|Not Afraid|Old Coyote|Takes Gun|Pretty On Top|Plenty Hoops|High Pine|Swift Hawk|Looking Cloud|Her Many Horses|Eagle Bear|Bear Runner|Iron Cloud|Good Iron|Young Bear|Poor Thunder|Respects Nothing|Runs Above|Brings Plenty|Comes At Night|Holy Rock|Eagle Elk|Twin|Grass Rope|Thunder Hawk|White Mountain|Many Hides|Rides At The Door|Weasel Tail|Heavy Runner|Chief All Over|Old Person|Wolf Plume|Spotted Bear|Big Hair|Stops At Pretty Places|Real Bird|Shot In The Hand'.split(
    '|',
  );
const NATIVE_FIRST =
  'Black|White|Yellow|Blue|Gray|Brown|Big|Little|Tall|Long|Lone|Two|Three|Many|Bad|Good|Holy|Brave|Crazy|Fast|Slow|Swift|Old|Young|Strong|Sitting|Standing|Walking|Running|Flying|Charging|Roaring|Sleeping|Painted|Spotted|Broken|Hollow|Iron|Stone|Bone|Wooden|Sharp|Sweet|Lame|First|Kills|Takes|Gives|Runs|Walks|Stands|Sees|Looks|Rides|Brings|Left Hand|Comes From|Kills In|Chasing|Whirlwind|Eagle|Buffalo|Medicine|War'.split(
    '|',
  );
const NATIVE_LAST =
  'Bear|Horse|Elk|Bull|Bulls|Eagle|Hawk|Crow|Dog|Wolf|Fox|Deer|Buffalo|Thunder|Cloud|Sky|Star|Moon|Sun|Rain|Wind|Water|River|Rock|Hill|Tree|Shield|Bow|Arrow|Lance|Knife|Gun|Shirt|Bonnet|Feather|Moccasin|Robe|Boy|Woman|Man|Chief|Soldier|Enemy|Rope|Bird|Owl|Turtle|Snake|Elk Face|Back|Head|Tail|Horn|Legs|Face|Heart|Hawk Wing|Alone|Ahead|Above|Night|Together|the Enemy|His Horse|Good'.split(
    '|',
  );
const PARTICLES = words(
  "de la|de|van der|van|von|del|de los|al-|el|bin|St.|Mac|O'|D'|Le|da|dos|ter|abu|Mc|Fitz|San|Ben|de las|van den|van de|von der|zu|di|della|du|des|ibn|bint|Al|El-|Abd al-|La|Los|Te|Ter|Op de|Saint|Ste.|De|Da|Di|Van|Von|Vander",
)
  .join(' ')
  .split('|');
/** Given names of two parts, as they are written in Korea, Vietnam, China and Hawaii; by lists a part is a word. */
const TWO_PART_FIRST = words(
  'Joon Min Seung Hyun Sung Ji Young Kyung Eun Hye Jin Soo Tae Dong Myung Xiao Xiu Mei Wei Jian Guo Yu Li Hong Ming Thi Van Duc Minh Quoc Huu Ngoc Thanh Bao Kim',
);
const TWO_PART_LAST = words(
  'ho woo hee sook ja hwan seok jin hyun mi young kyung ah won jae Hua Ling Fang Ying Qiang Lan Phuong Hang Tuan Anh Linh Dung Nga Son Hai Long Tam Loan',
);
const CALLED_NOW = words(
  'Jaxson Brayden Kayleigh Braxtyn Aubree Nevaeh Zayden Kinsley Rylee Jayceon Maddox Paisley Kamryn Brynlee Ryker Everleigh DeMarcus LaTonya DeAndre LaShawn JaMarcus RaShonda DaQuan LeBron DeShawn ShaNiece Keoni Kealoha Leilani Makana Nalani Kekoa Ikaika Kawika Mahina Malia Sione Tevita Semisi Fetu Tala Malakai Ailani Aponi Chayton Kaya Nashoba Takoda Wiyaka Winona Oluwaseun Chukwuemeka Ngozi Adaeze Kwabena Abena Yetunde Babatunde Ifeoma Tendai Thandiwe Bhavesh Jaspreet Gurpreet Harinder Sukhwinder Priyanka Venkatesh Siddharth Lakshmi Xochitl Itzel Citlali Cuauhtémoc Anahí Yareli Guadalupe Concepción Milagros Altagracia Inmaculada Jesús María Siobhán Aoife Caoimhe Niamh Saoirse Eoghan Padraig Bronwyn Llewellyn Zbigniew Grzegorz Małgorzata Kazimierz Björn Sørine Jürgen Øyvind Åsa Zoltán Ildikó Ștefan Dragoș',
);
const OTHER_SCRIPTS = {
  given: words('王 李 Александр Ольга Дмитрий Νίκος Ελένη محمد فاطمة 지훈 서연 美咲 健太 अनिल सुनीता Յարութ תמר'),
  family: words('小明 伟 Иванов Петрова Ковальчук Παπαδόπουλος الحسن العلي 김 박 佐藤 鈴木 शर्मा वर्मा Պետրոսյան כהן'),
};
const NICKNAMES = words(
  'Skip Doc Red Buddy Tex Ace Bear Chief Sparky Moose Bubba Lefty Gunny Top Smitty Mack Slim Pops Junior Tito Memo Chuy Kiko Lalo Nacho Pancho Beto Bobby Jimbo JR TJ CJ DJ AJ BJ Ski Frenchy Tiny Rocky Dutch Hoss Peaches Cookie Sugar Dee Jojo Lulu Mimi Nana Gigi Scooter Boomer Stretch Whitey Shorty Rusty Spud Bud Sarge Cap Duke Sly Wags Zee Kat Dez Manny Ollie Gus Bub Sport Champ Coach Preacher Hawk Wolf Snake Cowboy Cracker Flaco Gordo Güero Chato Negra Flaca Tata Abuelo Lolo Lola Tatay Boy Bing Jun Popeye Crash Flash Ghost Goose Iceman Maverick Viper Hammer Tank Diesel Biscuit Gator Possum Catfish Hambone Pee Wee Mouse Squirrel Beaver Bones Curly Stubby Fuzzy Freckles Ginger Blondie Sunny Stormy Dusty Sonny Buster Butch Chip Chick Corky Dub Fitz Murph Sully Kel Mac Jonesy Robbo Gibby Hutch Jacko Lenny Mickey Mugsy Ozzie Paddy Pip Punch Reb Sandy Scotty Stitch Swede Teddy Tug Whip Yogi Zeke Ziggy',
);

/** Names by whose letters no list was made: what follows what is learnt from real ones of one origin. */
function inventor(pool: readonly string[]): (random: Random) => string {
  const next = new Map<string, string[]>();
  for (const name of pool)
    if (!/[ '-]/.test(name))
      for (let at = -2; at < name.length; at += 1) {
        const key = `^^${name}`.slice(at + 2, at + 4).toLowerCase();
        const follower = name[at + 2]?.toLowerCase() ?? '$';
        next.set(key, [...(next.get(key) ?? []), follower].slice(-400));
      }
  return (random) => {
    for (;;) {
      let name = '';
      for (let key = '^^'; name.length < 13; key = `^^${name}`.slice(-2)) {
        const letter = random.pick(next.get(key) ?? ['$']);
        if (letter === '$') break;
        name += letter;
      }
      if (name.length > 3) return `${name[0]?.toUpperCase()}${name.slice(1)}`;
    }
  };
}
const every = (pool: readonly string[], nth: number) =>
  pool.filter((_, at) => at % Math.max(1, Math.ceil(pool.length / nth)) === 0);
const inventFamily = inventor([...every(FAMILY.elsewhere, 2500), ...every(FAMILY.american, 400), ...NATIVE]);
const inventGiven = inventor([...every(GIVEN.elsewhere, 2500), ...every(GIVEN.american, 900)]);

export type NameMakers = ReturnType<typeof createNames>;

/** `half` picks every second name of the lists, so that one set can be made of names another never used. */
export function createNames(random: Random, half: Half) {
  const { pick, chance, letters } = random;
  const from = fromHalf(random, half);
  const weighted = (makers: readonly (readonly [number, () => string])[]) => {
    let left = random.unit() * makers.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, make] of makers) {
      left -= weight;
      if (left < 0) return make();
    }
    return makers[0]?.[1]() ?? '';
  };
  const initial = () => letters(1);
  const given = () =>
    weighted([
      [50, () => from(GIVEN.american)],
      [18, () => from(GIVEN.elsewhere).split(' ')[0] ?? 'Ana'],
      [14, () => inventGiven(random)],
      [10, () => from(WORDY_GIVEN)],
      [3, () => `${from(GIVEN.american)}-${from(GIVEN.american)}`],
      [4, () => from(CALLED_NOW)],
      [2, () => `${from(TWO_PART_FIRST)}${pick(['-', '-', ' ', ''])}${from(TWO_PART_LAST)}`],
      [1.5, () => `${from(GIVEN.american)} ${from(GIVEN.american)}`],
      [
        2,
        () =>
          `${pick(words('De La Ja Ke Sha Ty Da Mar'))}${pick(words("'Shawn Quan Tavious Keisha nelle Vonte Marcus Andre"))}`,
      ],
      [2, () => `${initial()}${initial()}`],
      [0.6, () => from(OTHER_SCRIPTS.given)],
    ]);
  const family = () =>
    weighted([
      [40, () => from(FAMILY.american)],
      [18, () => from(FAMILY.elsewhere)],
      [24, () => inventFamily(random)],
      [9, () => from(WORDY_FAMILY)],
      [4, () => `${from(FAMILY.american)}-${from(FAMILY.american)}`],
      [2, () => `${from(FAMILY.elsewhere)} ${from(FAMILY.elsewhere)}`],
      [1, () => `${from(FAMILY.elsewhere)}-${inventFamily(random)}`],
      [0.7, () => `${particled()}-${from(FAMILY.american)}`],
      [0.7, () => `${particled()} ${from(FAMILY.elsewhere)}`],
      [3, particled],
      [3, () => from(NATIVE)],
      [4, () => from(WORD_SURNAMES)],
      [1, () => from(NATIVE_PHRASES)],
      [1.5, () => `${from(NATIVE_FIRST)} ${from(NATIVE_LAST)}`],
      [0.6, () => from(OTHER_SCRIPTS.family)],
    ]);
  function particled(): string {
    const particle = from(PARTICLES);
    const name = chance(0.5) ? from(FAMILY.elsewhere) : inventFamily(random);
    return /['-]$|^(?:Mc|Mac|Fitz)$/.test(particle) ? `${particle}${name}` : `${particle} ${name}`;
  }
  const nick = () => (chance(0.6) ? from(NICKNAMES) : given().slice(0, 4));
  const middle = () =>
    weighted([
      [4, initial],
      [4, () => `${initial()}.`],
      [2, given],
      [0.4, () => 'NMN'],
    ]);
  const suffix = () => pick(['Jr.', 'Sr.', 'III', 'Jr', 'II', 'IV', 'Sr', 'V', 'RN', 'MD']);
  const name = () =>
    weighted([
      [50, () => `${given()} ${family()}`],
      [20, () => `${given()} ${middle()} ${family()}`],
      [4, () => `${given()} ${family()} ${suffix()}`],
      [4, () => `${given()} "${nick()}" ${family()}`],
      [2, () => `${given()} (${nick()}) ${family()}`],
      [3, () => `${initial()}. ${family()}`],
      [3, () => `${given()} ${initial()}.`],
      [2, () => `${initial()}.${initial()}. ${family()}`],
      [1, () => `${given()}  ${family()}`],
      [2, () => `${given()} ${family()}, ${suffix()}`],
      [1, () => `${initial()}. ${given()} ${family()}`],
      [1, () => `${given()} ${initial()} ${initial()} ${family()}`],
      [1.5, () => `${given()} ${family().toUpperCase()}`],
      [1, () => `${given()} ${family()} ${initial()}.`],
      [0.8, () => `${given()}_${family()}`],
      [0.8, () => `${given()}.${family()}`],
    ]);
  const reversed = () =>
    weighted([
      [40, () => `${family()}, ${given()}`],
      [20, () => `${family()}, ${given()} ${middle()}`],
      [10, () => `${family()},${given()}`],
      [6, () => `${family()},${given()} ${initial()}`],
      [4, () => `${family()} ${given()}`],
      [4, () => `${family()} ${suffix()}, ${given()}`],
      [3, () => `${family().toUpperCase()}, ${given()}`],
      [3, () => `${family()}, ${initial()}.`],
      [2, () => `${family()}^${given()}`],
      [2, () => `${family()}, ${given()} ${middle()} ${suffix()}`],
      [2, () => `${family().toUpperCase()}, ${given().toUpperCase()} ${initial()}`],
      [1, () => `${family().toUpperCase()},${given().toUpperCase()}`],
      [1, () => `${family()} , ${given()}`],
      [1, () => `${family()}; ${given()}`],
      [1, () => `${family()}, ${given()} (${nick()})`],
      [1, () => `${family()} - ${given()}`],
    ]);
  const initials = () =>
    weighted([
      [4, () => letters(2)],
      [3, () => letters(3)],
      [2, () => `${initial()}.${initial()}.`],
      [1, () => `${initial()}. ${initial()}.`],
      [1, () => `${initial()}/${initial()}`],
      [1, () => `${initial()}.${initial()}.${initial()}.`],
      [0.7, () => `${initial()}. ${initial()}. ${initial()}.`],
      [0.5, () => `${initial()}.${initial()}`],
      [0.5, () => `${initial()}-${initial()}`],
      [0.3, () => `${initial()} ${initial()}`],
    ]);
  return { given, family, name, reversed, nick, initials, initial };
}
