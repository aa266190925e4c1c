// Very many words in one string, sorted, and where each stands in it: nearly as fast as a set, and there at once, where a set of
// two hundred thousand strings takes a fifth of a second to fill.

export interface WordTable {
  /** The number of a word, from 0 in the order of the text; -1 when it is not there. */
  readonly placeOf: (word: string) => number;
}

/** A table of words of two letters or more, sorted by UTF-16 code units and separated by single spaces, none twice. */
export function tableOf(text: string): WordTable {
  const room = new Uint32Array((text.length >>> 1) + 2);
  /** By the first two letters, the places from the first word to the one behind the last. */
  const ranges = new Map<number, [from: number, to: number]>();
  let range: [from: number, to: number] = [0, 0];
  let [count, key] = [0, -1];
  for (let start = 0; start < text.length; count += 1) {
    const here = (text.charCodeAt(start) << 16) | text.charCodeAt(start + 1);
    if (here !== key) {
      range = [count, count];
      ranges.set(here, range);
      key = here;
    }
    range[1] = count + 1;
    room[count] = start;
    const end = text.indexOf(' ', start);
    start = end === -1 ? text.length + 1 : end + 1;
  }
  room[count] = text.length + 1;
  const starts = room.slice(0, count + 1);

  /** Below 0 when a word is before the one at a place, above when behind it. */
  const compare = (word: string, place: number): number => {
    const from = starts[place] ?? 0;
    const length = (starts[place + 1] ?? 0) - from - 1;
    for (let at = 2; at < word.length && at < length; at += 1) {
      const apart = word.charCodeAt(at) - text.charCodeAt(from + at);
      if (apart !== 0) return apart;
    }
    return word.length - length;
  };
  return {
    placeOf(word) {
      let [low, high] = ranges.get((word.charCodeAt(0) << 16) | word.charCodeAt(1)) ?? [0, 0];
      while (low < high) {
        const middle = (low + high) >>> 1;
        const order = compare(word, middle);
        if (order === 0) return middle;
        if (order < 0) high = middle;
        else low = middle + 1;
      }
      return -1;
    },
  };
}
