// Fills in a form with the values of a case. Unknown values leave no trace: a line with only empty values is dropped,
// and so is a heading with nothing left below it.
import { recordOf } from '../domain/records.ts';
import { FORM_VARIABLES, type FormVariable, type TicketForm } from '../domain/ticket-kinds.ts';

export type FormValues = Readonly<Record<FormVariable, string>>;

/** A form without values. Severities are checkboxes, and an unchecked one does not count as empty. */
export const EMPTY_VALUES: FormValues = {
  ...recordOf(FORM_VARIABLES, () => ''),
  critical: ' ',
  high: ' ',
  medium: ' ',
  low: ' ',
};

const VARIABLE = /\{\{ ?(\w{1,40}) ?\}\}/g;
const HEADING = /^#{1,6} |^\*[^*]+\*$/;

/** Values are inserted literally. */
export function fillForm({ title, body }: TicketForm, values: FormValues): TicketForm {
  const kept: string[] = [];
  for (const section of sectionsOf(body.split('\n'))) {
    const lines = section.flatMap((line) => filled(line, values) ?? []);
    const isBare = lines.every((line) => line.trim() === '' || HEADING.test(line));
    if (!isBare || section.every((line) => !hasVariables(line))) kept.push(...lines);
  }
  const text = kept.join('\n').replace(/\n{3,}/g, '\n\n');
  return { title: filledTitle(title, values), body: text.trim() };
}

/** The variables of a form, in double braces. */
export function variablesOf({ title, body }: TicketForm): ReadonlySet<string> {
  return new Set([...`${title}\n${body}`.matchAll(VARIABLE)].map((match) => match[1] ?? ''));
}

/** Variables in double braces that do not exist. */
export function unknownVariables(form: TicketForm): string[] {
  return [...variablesOf(form)].filter((name) => !isVariable(name));
}

function isVariable(name: string): name is FormVariable {
  return FORM_VARIABLES.some((one) => one === name);
}

/** Each section begins with its heading; the first may have none. */
function sectionsOf(lines: readonly string[]): string[][] {
  const sections: string[][] = [[]];
  for (const line of lines) {
    if (HEADING.test(line)) sections.push([]);
    sections.at(-1)?.push(line);
  }
  return sections;
}

function hasVariables(line: string): boolean {
  return line.search(VARIABLE) !== -1;
}

/** Null for a line whose values are all empty. */
function filled(line: string, values: FormValues): string | null {
  let [named, empty] = [0, 0];
  const text = line.replace(VARIABLE, (whole, name: string) => {
    if (!isVariable(name)) return whole;
    named += 1;
    if (values[name] === '') empty += 1;
    return values[name];
  });
  return named > 0 && named === empty ? null : text;
}

/** Parts are separated by " - "; empty parts are dropped. */
function filledTitle(title: string, values: FormValues): string {
  const parts = title.split(' - ').flatMap((part) => filled(part, values) ?? []);
  return parts.join(' - ').replace(/\s+/g, ' ').trim();
}
