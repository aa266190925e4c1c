// The words of a file that is about to leave, as its format holds them: cells of a table, text between tags, values of
// attributes. They are judged one by one, since numbers side by side can read like an address, and a whole file like anything.
import { parse } from 'csv-parse/sync';
import { Parser } from 'htmlparser2';

/** Numbers alone, which are counts; a longer one may be anything. */
const COUNT = /^[-+−]?(?:\d{1,6}|\d{1,3}(?:,\d{3})?)(?:\.\d+)?$/;

/** A language or an element: one or two small letters name nobody. */
const SHORT = /^[a-z]{1,2}$/;

/**
 * Every word of it once, in order, without counts: numbers alone of up to six digits. A format that is not known is its
 * lines.
 */
export function wordsOfFile(path: string, text: string): string[] {
  const words = path.endsWith('.html') ? wordsOfPage(text) : path.endsWith('.csv') ? cellsOf(text) : linesOf(text);
  return [...new Set(words.map((word) => word.trim()))].filter(
    (word) => /[\p{L}\d]/u.test(word) && !COUNT.test(word) && !SHORT.test(word),
  );
}

function cellsOf(text: string): string[] {
  return parse(text, { bom: true }).flat();
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
