// What reports are about, as people put it. A problem is a part of the product (products.json) and what is the matter
// with it (symptoms.json): "allergies, shown twice". What merely is missing or fails is the product's own problem; only
// of parts that hold data do the other symptoms make another one. Words match by their beginning, phrases by words near
// each other.

import { z } from 'zod';
import { SIGN_IN_CODES } from './error-codes.ts';
import products from './products.json' with { type: 'json' };
import symptoms from './symptoms.json' with { type: 'json' };

/** `data` is looked at, `action` is done, `tool` is known by its name only, `question` asks for no fix. */
const productKind = z.enum(['data', 'action', 'tool', 'question']);
export type ProductKind = z.infer<typeof productKind>;

export interface Product {
  readonly id: string;
  readonly name: string;
  readonly tool: string;
  readonly kind: ProductKind;
  /** The first of these that stands in the `covers` of a team says who owns it. */
  readonly covers: readonly string[];
  /** What an agent picks as area or sub area for it, the closest first. */
  readonly areas: readonly string[];
  /** Not part of My HealtheVet: out of scope when no team covers it. */
  readonly outside: boolean;
  /** A whole tool: gives way to a part of it that the words name as well. */
  readonly general: boolean;
}

export const PRODUCTS: readonly Product[] = products.map(({ cues: _, kind, ...one }) => ({
  outside: false,
  general: false,
  ...one,
  kind: productKind.parse(kind),
}));
export const PRODUCT_CUES = products.map(({ cues }) => ({ cues: { ...cues } }));

export interface Symptom {
  readonly id: string;
  readonly name: string;
}

export const SYMPTOMS: readonly Symptom[] = symptoms.map(({ id, name }) => ({ id, name }));
export const SYMPTOM_CUES = symptoms.map(({ cues }) => ({ cues: { ...cues } }));
/** The symptom that needs no word of its own. */
export const FAILS = 'fails';

/** Somebody saw what is not theirs. */
export const EXPOSED: Symptom = { id: 'exposed', name: 'of somebody else are shown' };

export interface Problem {
  readonly id: string;
  readonly name: string;
}

export function problemOf(product: Product, symptom: Symptom | null): Problem {
  if (symptom === null || symptom.id === FAILS) return { id: product.id, name: product.name };
  return { id: `${product.id}:${symptom.id}`, name: `${subjectOf(product)}: ${symptom.name}` };
}

/** An error code; `tool` where the same number may mean something else in another tool. */
export function problemOfCode(code: string, tool: string | null): Problem {
  const known = tool === 'sign-in' ? SIGN_IN_CODES.get(code) : undefined;
  const id = tool === null || tool === 'sign-in' ? `code-${code}` : `code-${code}:${tool}`;
  return { id, name: `Error code ${code.toUpperCase()}${known === undefined ? '' : `: ${known}`}` };
}

/** The name of the problem of an error code that no list knows, by its id; undefined for any other id. */
export function nameOfCode(id: string): string | undefined {
  const code = /^code-([^:]+)/.exec(id)?.[1];
  return code === undefined ? undefined : problemOfCode(code, null).name;
}

/** "Labs are missing" → "Labs". */
function subjectOf({ name }: Product): string {
  return name.replace(/ (?:is|are|do|does|fail|fails|cannot)\b.*$/, '');
}

/** Every problem the lexicon itself can tell, with its name. */
export const PROBLEM_NAMES: ReadonlyMap<string, string> = new Map(
  [
    ...PRODUCTS.flatMap((product) => [null, ...SYMPTOMS, EXPOSED].map((symptom) => problemOf(product, symptom))),
    ...[...SIGN_IN_CODES.keys()].map((code) => problemOfCode(code, 'sign-in')),
  ].map(({ id, name }) => [id, name]),
);
const CODE = /^code-([^:]+)(?::(.+))?$/;

/**
 * What the lexicon calls a problem, also one of a code it reads for the first time; undefined for one it cannot tell.
 */
export function nameOfProblem(id: string): string | undefined {
  const [, code, tool] = CODE.exec(id) ?? [];
  return PROBLEM_NAMES.get(id) ?? (code === undefined ? undefined : problemOfCode(code, tool ?? null).name);
}
