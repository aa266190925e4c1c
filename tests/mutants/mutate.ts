// Every mutation of a file that stays on its line: a small change of meaning that some test should notice.
import { parseSync, Visitor } from 'vite';

export interface Mutant {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** The innermost function with a name that it is in; empty where it is in none. */
  readonly inside: string;
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

interface Named extends Span {
  readonly name: string;
}

interface Node extends Span {
  readonly type: string;
}

/** The functions that have a name, as the engine names them: by themselves, or by the constant or property that they are. */
function namedFunctions(program: ReturnType<typeof parseSync>['program']): readonly Named[] {
  const found: Named[] = [];
  const note = (name: Node | null, value: Node | null) => {
    if (name === null || value === null || !/^(?:Arrow)?Function/.test(value.type) || !('name' in name)) return;
    found.push({ name: String(name.name), start: value.start, end: value.end });
  };
  new Visitor({
    FunctionDeclaration: (node) => note(node.id, node),
    VariableDeclarator: ({ id, init }) => note(id, init),
    Property: ({ key, value }) => note(key, value),
    MethodDefinition: ({ key, value }) => note(key, value),
  }).visit(program);
  return found;
}

/** @returns in the order of the file; none for what is a type, an import or longer than a line */
export function mutantsOf(file: string, source: string): Mutant[] {
  const found: Mutant[] = [];
  const { program } = parseSync(file, source);
  const functions = namedFunctions(program);
  const replace = ({ start, end }: Span, is: string) => {
    const was = source.slice(start, end);
    if (was.includes('\n')) return;
    const line = source.slice(0, start).split('\n').length;
    // Of those around it the last that begins.
    const around = functions.filter((one) => one.start <= start && end <= one.end).sort((a, b) => a.start - b.start);
    const inside = around.at(-1)?.name ?? '';
    found.push({ file, line, inside, was, is, source: source.slice(0, start) + is + source.slice(end) });
  };
  const operator = ({ left, right, operator: was }: { left: Span; right: Span; operator: string }) => {
    const is = OPERATORS[was];
    const at = source.indexOf(was, left.end);
    if (is !== undefined && at < right.start) replace({ start: at, end: at + was.length }, is);
  };
  const ofTypes = new Set<number>();
  new Visitor({
    TSLiteralType: ({ literal }) => ofTypes.add(literal.start),
    BinaryExpression: operator,
    LogicalExpression: operator,
    IfStatement: ({ test }) => replace(test, `!(${source.slice(test.start, test.end)})`),
    ConditionalExpression: ({ test }) => replace(test, `!(${source.slice(test.start, test.end)})`),
    ReturnStatement: ({ argument }) => argument !== null && replace(argument, 'undefined'),
    ExpressionStatement: ({ expression }) => expression.type === 'CallExpression' && replace(expression, 'void 0'),
    Literal: (node) => {
      if (ofTypes.has(node.start)) return;
      if (typeof node.value === 'boolean') replace(node, `${!node.value}`);
      // A millisecond more is no change that anyone could notice.
      if (typeof node.value === 'number') replace(node, `${node.value < 1_000 ? node.value + 1 : node.value * 10}`);
    },
  }).visit(program);
  return found.sort((a, b) => a.line - b.line);
}
