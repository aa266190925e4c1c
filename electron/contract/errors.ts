// The closed list of what can go wrong, as seen by the window, the command line and HTTP.

const ERROR_KINDS = [
  'invalid', // the input is wrong; the message says which part and what to do
  'not-found',
  'refused', // a rule of the desk forbids it (PII in what would leave, a case already sent)
  'conflict', // someone else changed it in the meantime
  'locked', // the desk is not open yet
  'offline',
  'internal',
] as const;
export type ErrorKind = (typeof ERROR_KINDS)[number];

/** An expected failure with a message for people. `details` never contains raw text. */
export class AppError extends Error {
  readonly kind: ErrorKind;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(kind: ErrorKind, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = 'AppError';
    this.kind = kind;
    this.details = details;
  }
}

/** The error code of the store (SQLITE_FULL), the file system (ENOENT), the network, or PostgreSQL; '' for none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

export interface ErrorReply {
  readonly kind: ErrorKind;
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Every reply, over every transport. */
export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ErrorReply };
