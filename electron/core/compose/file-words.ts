// The texts of a file that is about to leave, by its format: table cells, text between tags, attribute values. They are
// checked one by one: numbers side by side can read like an address, and a whole file like anything.
import { parse } from 'csv-parse/sync';
import { Parser } from 'htmlparser2';

/** Plain numbers with thousands separators: four digits without one may be the end of an SSN. */
const COUNT = /^[-+−]?\d{1,3}(?:,\d{3})?(?:\.\d+)?$/;

/** Numeric columns of the data set; any other may name someone. */
const COUNTING: ReadonlySet<string> = new Set(['value', 'n', 'baseline_value', 'baseline_n', 'change']);
const PLAIN_COUNT = /^-?\d{1,6}(?:\.\d+)?$/;

/** A language or an element: one or two lowercase letters name no one. */
const SHORT = /^[a-z]{1,2}$/;

/**
 * Every text in it once, in order, except plain numbers: up to three digits, or six with a thousands separator or in a
 * numeric column. A file of unknown format is read line by line.
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

/** A row of a Markdown table is split into cells. */
function linesOf(text: string): string[] {
  return text.split('\n').flatMap((line) => (line.startsWith('| ') ? line.split(/(?<!\\)\|/) : [line]));
}

/** CSS is checked declaration by declaration, and comments as a whole. */
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
