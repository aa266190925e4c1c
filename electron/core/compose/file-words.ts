// The words of a file that is about to leave, as its format holds them: cells of a table, text between tags, values of
// attributes. They are judged one by one, since numbers side by side can read like an address, and a whole file like anything.
import { parse } from 'csv-parse/sync';
import { Parser } from 'htmlparser2';

/** Numbers alone as reports write them for people, thousands apart: four digits together may be how an SSN ends. */
const COUNT = /^[-+−]?\d{1,3}(?:,\d{3})?(?:\.\d+)?$/;

/** Columns of the data set that hold numbers alone, written for machines; every other may name somebody. */
const COUNTING: ReadonlySet<string> = new Set(['value', 'n', 'baseline_value', 'baseline_n', 'change']);
const PLAIN_COUNT = /^-?\d{1,6}(?:\.\d+)?$/;

/** A language or an element: one or two small letters name nobody. */
const SHORT = /^[a-z]{1,2}$/;

/**
 * Every word of it once, in order, without counts: numbers alone of up to three digits, or six where thousands stand apart
 * or the column counts. A format that is not known is its lines.
 */
export function wordsOfFile(path: string, text: string): string[] {
  const words = path.endsWith('.html') ? wordsOfPage(text) : path.endsWith('.csv') ? cellsOf(text) : linesOf(text);
  return [...new Set(words.map((word) => word.trim()))].filter(
    (word) => /[\p{L}\d]/u.test(word) && !COUNT.test(word) && !SHORT.test(word),
  );
}

function cellsOf(text: string): string[] {
  const [heads = [], ...rows]: string[][] = parse(text, { bom: true });
  return [
    ...heads,
    ...rows.flatMap((row) => row.filter((cell, at) => !(COUNTING.has(heads[at] ?? '') && PLAIN_COUNT.test(cell)))),
  ];
}

/** A line of a Markdown table is its cells. */
function linesOf(text: string): string[] {
  return text.split('\n').flatMap((line) => (line.startsWith('| ') ? line.split(/(?<!\\)\|/) : [line]));
}

/** Rules of style are judged declaration by declaration, comments as they stand. */
function wordsOfPage(text: string): string[] {
  const words: string[] = [];
  let said = '';
  let isStyle = false;
  const end = () => {
    words.push(...(isStyle ? said.split(/[{};]/) : [said]));
    said = '';
  };
  const parser = new Parser({
    ontext: (part) => {
      said += part;
    },
    oncomment: (comment) => words.push(comment),
    onopentag: (name, attributes) => {
      end();
      isStyle = name === 'style';
      words.push(...Object.values(attributes));
    },
    onclosetag: () => {
      end();
      isStyle = false;
    },
  });
  parser.end(text);
  end();
  return words;
}
