// The options common to all commands.

export interface DeskOptions {
  /** The folder of the desk. */
  readonly home?: string;
  readonly practice?: boolean;
  readonly json?: boolean;
}
