// The options every command takes.

export interface DeskOptions {
  /** The folder of the desk. */
  readonly home?: string;
  readonly practice?: boolean;
  readonly json?: boolean;
}
