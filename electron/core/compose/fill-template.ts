// Fills in a template with the values of a case: "{{reference}}" becomes its record number.

/** The variables of templates, with their values. */
export interface TemplateFacts {
  readonly reference: string;
  readonly title: string;
  readonly reported: string;
  readonly source: string;
  readonly team: string | null;
  readonly ticket: string | null;
  readonly problem: string | null;
  /** The guidance for agents about a known problem. */
  readonly known: string | null;
}

const TEMPLATE_VARIABLES = [
  'reference',
  'title',
  'reported',
  'source',
  'team',
  'ticket',
  'problem',
  'known',
] as const satisfies readonly (keyof TemplateFacts)[];

/** `missing` are the variables without a value for this case, or that do not exist. */
export function fillTemplate(body: string, facts: TemplateFacts): { text: string; missing: string[] } {
  const missing = new Set<string>();
  const text = body.replace(/\{\{\s*([\w-]+)\s*\}\}/g, (whole, name: string) => {
    const known = TEMPLATE_VARIABLES.find((one) => one === name);
    const value = known === undefined ? null : facts[known];
    if (value !== null) return value;
    missing.add(name);
    return whole;
  });
  return { text, missing: [...missing] };
}
