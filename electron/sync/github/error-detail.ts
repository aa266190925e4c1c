// Why GitHub refused something, in its own words: the part of the response that names the field and the value.
import { RequestError } from '@octokit/request-error';
import { z } from 'zod';

const oneError = z.union([
  z.string(),
  z.object({
    field: z.string().optional(),
    code: z.string().optional(),
    message: z.string().optional(),
    value: z.union([z.string(), z.number()]).nullish(),
  }),
]);
const refusal = z.object({ message: z.string(), errors: z.array(oneError).optional().catch(undefined) });

/** GitHub's documented codes for validation errors. */
const CODES: Readonly<Record<string, string>> = {
  missing: 'does not exist',
  missing_field: 'is missing',
  invalid: 'is not valid',
  already_exists: 'exists already',
  unprocessable: 'is not valid',
};
/** Says nothing beyond the status. */
const EMPTY: ReadonlySet<string> = new Set(['Not Found', 'Validation Failed', 'Gone', 'Moved']);
const MOST_LETTERS = 300;

function inWords(error: z.infer<typeof oneError>): string {
  if (typeof error === 'string') return error;
  const { field = 'it', code = '', message, value } = error;
  if (message !== undefined) return message;
  return `${field}${value == null ? '' : ` "${value}"`} ${CODES[code] ?? code}`.trim();
}

/** At most 300 characters for a person to read; empty if GitHub says nothing useful. */
export function detailOf(data: unknown): string {
  const { message = '', errors = [] } = refusal.safeParse(data).data ?? {};
  const words = errors.length > 0 ? errors.map(inWords).join('; ') : EMPTY.has(message) ? '' : message;
  if (words === '') return '';
  const short = words.length > MOST_LETTERS ? `${words.slice(0, MOST_LETTERS)}…` : words;
  return /[.!?…]$/.test(short) ? short : `${short}.`;
}

/** What GitHub says is wrong with the request; empty for any other error. */
export function validationDetail(error: unknown): string {
  return error instanceof RequestError && error.status === 422 ? detailOf(error.response?.data) : '';
}

/** Whether GitHub refused a value because it already exists. */
export function existsAlready(data: unknown): boolean {
  const { errors = [] } = refusal.safeParse(data).data ?? {};
  return errors.some((error) => typeof error !== 'string' && error.code === 'already_exists');
}
