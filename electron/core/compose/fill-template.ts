// The words of a template with what the case knows put in: "{{reference}}" becomes its record number.

/** What a template may name, and what stands for it. */
export interface TemplateFacts {
  readonly reference: string;
  readonly title: string;
  readonly reported: string;
  readonly source: string;
  readonly team: string | null;
  readonly ticket: string | null;
  readonly problem: string | null;
  /** What agents are told of a known problem. */
  readonly known: string | null;
}

export const TEMPLATE_VARIABLES = [
  'reference',
  'title',
  'reported',
  'source',
  'team',
  'ticket',
  'problem',
  'known',
] as const satisfies readonly (keyof TemplateFacts)[];

/** `missing` are the variables of the template that this case has nothing for, or that do not exist. */
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
