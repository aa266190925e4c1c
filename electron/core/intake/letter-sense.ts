// How far letters of a one-byte encoding make sense where they stand: é between small letters does, Ž there does not. The
// encoding whose letters make the most sense is the one a text was written in.
const SMALL = /^[áéíóúñüàèìòùâêîôûäëïöçãõåøæœßýÿšž]$/;
const GREAT = /^[ÁÉÍÓÚÑÜÀÈÌÒÙÂÊÎÔÛÄËÏÖÇÃÕÅØÆŒÝŠŽ]$/;
const MOST_LOOKED_AT = 2_000;

/** Where a letter stands. */
interface Place {
  readonly before: string;
  readonly after: string;
  /** A letter of ASCII stands before it. */
  readonly inWord: boolean;
  /** A letter of ASCII follows. */
  readonly goesOn: boolean;
}

interface Kind {
  readonly letters: RegExp;
  /** From -1, it makes none, to 1; -2 for what nobody types. */
  readonly sense: (place: Place) => number;
}

const isMarked = (letter: string) => SMALL.test(letter) || GREAT.test(letter);
const besideLetters = ({ inWord, goesOn }: Place) => (inWord || goesOn ? 1 : 0.2);

/** What no word has: a word of marked letters only is a word of another alphabet. */
const isOfAnotherAlphabet = ({ before, after, inWord, goesOn }: Place) =>
  !inWord && !goesOn && (isMarked(before) || isMarked(after));

/** The first that holds a letter says its sense. */
const KINDS: readonly Kind[] = [
  {
    letters: SMALL,
    sense: (place) => {
      if (isOfAnotherAlphabet(place)) return -1;
      return /[A-Z]/.test(place.after) && /[A-Z]/.test(place.before) ? -1 : besideLetters(place);
    },
  },
  {
    letters: GREAT,
    sense: (place) => (isOfAnotherAlphabet(place) || /[a-z]/.test(place.before) ? -1 : besideLetters(place)),
  },
  { letters: /’/, sense: ({ inWord }) => (inWord ? 1 : 0.3) },
  { letters: /[–—…]/, sense: ({ inWord, goesOn }) => (inWord && goesOn ? -0.3 : 0.7) },
  {
    letters: /[“‘„¿¡«]/,
    sense: ({ inWord, goesOn }) => {
      if (inWord) return -1;
      return goesOn ? 1 : 0.3;
    },
  },
  { letters: /[”»]/, sense: ({ goesOn }) => (goesOn ? -0.5 : 0.7) },
  { letters: /[\x80-\x9F]/, sense: () => -2 },
  { letters: /[\u00A0®©™°•·§]/, sense: ({ inWord, goesOn }) => (inWord && goesOn ? -1 : 0.4) },
  { letters: /[€£¥¢±×÷²³½¼¾µ]/, sense: (place) => (place.inWord ? senseOfOthers(place) : 0.3) },
];

function senseOfOthers({ before, after, inWord, goesOn }: Place): number {
  return inWord || goesOn || before > '\x7F' || after > '\x7F' ? -1 : -0.2;
}

function senseOf(letter: string, before: string, after: string): number {
  const place = { before, after, inWord: /[a-z]/i.test(before), goesOn: /[a-z]/i.test(after) };
  return (KINDS.find(({ letters }) => letters.test(letter))?.sense ?? senseOfOthers)(place);
}

/**
 * The mean sense of the bytes above ASCII.
 * @param strays where they stand
 * @param page the characters of the bytes 0x80 to 0xFF
 */
export function plausibility(bytes: Uint8Array, strays: readonly number[], page: string): number {
  const letterAt = (at: number) => {
    const byte = bytes[at] ?? 32;
    return byte < 0x80 ? String.fromCharCode(byte) : (page[byte - 0x80] ?? ' ');
  };
  const looked = strays.slice(0, MOST_LOOKED_AT);
  const sum = looked.reduce((all, at) => all + senseOf(letterAt(at), letterAt(at - 1), letterAt(at + 1)), 0);
  return sum / Math.max(1, looked.length);
}
