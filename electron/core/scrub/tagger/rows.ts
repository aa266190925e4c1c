// The rows of the weights, four small numbers in each word, so that a row is read in three steps and added up without being
// taken apart: there are some twenty for every token of a text.
import { TAG_COUNT } from './chain.ts';

/** Words of a row; what is left of the last is empty. */
export const ROW_WORDS = 3;
/** Added to each number, for none to be below zero. */
const BIAS = 128;
const EVEN = 0x00ff00ff;
const HALF = 0xffff;

/** Rows, TAG_COUNT numbers from -128 to 127 each, as words. */
export function toRows(numbers: ArrayLike<number>): Int32Array {
  const bytes = new Uint8Array((numbers.length / TAG_COUNT) * ROW_WORDS * 4);
  for (let from = 0, to = 0; from < numbers.length; from += TAG_COUNT, to += ROW_WORDS * 4)
    for (let tag = 0; tag < TAG_COUNT; tag += 1) bytes[to + tag] = (numbers[from + tag] ?? 0) + BIAS;
  return new Int32Array(bytes.buffer);
}

/** Adds the rows at the first places to TAG_COUNT sums. At most 256 rows at once: each sum has half a word. */
export function addRows(rows: Int32Array, places: Int32Array, count: number, sums: Int32Array) {
  let even0 = 0;
  let odd0 = 0;
  let even1 = 0;
  let odd1 = 0;
  let even2 = 0;
  let odd2 = 0;
  for (let one = 0; one < count; one += 1) {
    const place = (places[one] ?? 0) * ROW_WORDS;
    const first = rows[place] ?? 0;
    const second = rows[place + 1] ?? 0;
    const third = rows[place + 2] ?? 0;
    even0 = (even0 + (first & EVEN)) | 0;
    odd0 = (odd0 + ((first >>> 8) & EVEN)) | 0;
    even1 = (even1 + (second & EVEN)) | 0;
    odd1 = (odd1 + ((second >>> 8) & EVEN)) | 0;
    even2 = (even2 + (third & EVEN)) | 0;
    odd2 = (odd2 + ((third >>> 8) & EVEN)) | 0;
  }
  const bias = count * BIAS;
  addFour(sums, 0, even0, odd0, bias);
  addFour(sums, 4, even1, odd1, bias);
  addFour(sums, 8, even2, odd2, bias);
}

function addFour(sums: Int32Array, from: number, even: number, odd: number, bias: number) {
  sums[from] = (sums[from] ?? 0) + (even & HALF) - bias;
  sums[from + 1] = (sums[from + 1] ?? 0) + (odd & HALF) - bias;
  sums[from + 2] = (sums[from + 2] ?? 0) + (even >>> 16) - bias;
  if (from + 3 < TAG_COUNT) sums[from + 3] = (sums[from + 3] ?? 0) + (odd >>> 16) - bias;
}
