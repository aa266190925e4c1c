// A request and an answer of a stand-in, without the wire.

export interface PlainRequest {
  readonly method: string;
  /** Below the stand-in's own address, with the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
  /** Address of the stand-in itself. */
  readonly base: string;
  /** Lists leave out what came in within so many ms, as the real ones do at times. */
  readonly lagMs?: number;
  /** Answers that nothing changed, whatever did. */
  readonly stale?: boolean;
}

export interface PlainAnswer {
  readonly status: number;
  /** A string is sent as it is, anything else as JSON. */
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}
