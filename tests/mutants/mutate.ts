// Every mutation of a file that stays on its line: a small change of meaning that some test should notice.
import { parseSync, Visitor } from 'vite';

export interface Mutant {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly was: string;
  readonly is: string;
  /** The whole file with it. */
  readonly source: string;
}

const OPERATORS: Readonly<Record<string, string>> = {
  '===': '!==',
  '!==': '===',
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
  '&&': '||',
  '||': '&&',
  '??': '&&',
};

interface Span {
  readonly start: number;
  readonly end: number;
}

/** @returns in the order of the file; none for what is a type, an import or longer than a line */
export function mutantsOf(file: string, source: string): Mutant[] {
  const found: Mutant[] = [];
  const replace = ({ start, end }: Span, is: string) => {
    const was = source.slice(start, end);
    if (was.includes('\n')) return;
    const line = source.slice(0, start).split('\n').length;
    found.push({ file, line, was, is, source: source.slice(0, start) + is + source.slice(end) });
  };
  const operator = ({ left, right, operator: was }: { left: Span; right: Span; operator: string }) => {
    const is = OPERATORS[was];
    const at = source.indexOf(was, left.end);
    if (is !== undefined && at < right.start) replace({ start: at, end: at + was.length }, is);
  };
  new Visitor({
    BinaryExpression: operator,
    LogicalExpression: operator,
    IfStatement: ({ test }) => replace(test, `!(${source.slice(test.start, test.end)})`),
    ConditionalExpression: ({ test }) => replace(test, `!(${source.slice(test.start, test.end)})`),
    ReturnStatement: ({ argument }) => argument !== null && replace(argument, 'undefined'),
    ExpressionStatement: ({ expression }) => expression.type === 'CallExpression' && replace(expression, 'void 0'),
    Literal: (node) => {
      if (typeof node.value === 'boolean') replace(node, `${!node.value}`);
      if (typeof node.value === 'number') replace(node, `${node.value + 1}`);
    },
  }).visit(parseSync(file, source).program);
  return found.sort((a, b) => a.line - b.line);
}
