// Saves what is typed into the encrypted store: a moment after the last letter, one call at a time, again while the
// desk does not respond, and at once when the page closes.

const KEEP_AFTER_MS = 250;
/** How often it is retried while the desk does not respond. */
const AGAIN_MS = 2000;

export interface Keeping {
  readonly isKept: () => boolean;
  /** Saves the latest text. `pageGoes` if no answer can be received. @throws if the desk does not respond */
  readonly keep: (pageGoes: boolean) => Promise<void>;
  readonly onFail?: (error: Error) => void;
}

export class Keeper {
  /** The last attempt to save the text failed. */
  isFailing = false;
  private running: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly what: Keeping;

  constructor(what: Keeping) {
    this.what = what;
    keepers.add(this);
  }

  get isKept(): boolean {
    return this.what.isKept();
  }

  soon(ms = KEEP_AFTER_MS): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.now(), ms);
  }

  /** Resolves once the latest text is saved, or could not be. */
  async now(): Promise<void> {
    while (this.running !== null) await this.running;
    if (this.isKept) return;
    this.running = this.once(false);
    await this.running;
    if (!this.isKept) this.soon(this.isFailing ? AGAIN_MS : 0);
  }

  /** The page is closing: it does not wait for anything. */
  last(): void {
    if (!this.isKept) void this.once(true);
  }

  /** Nothing is typed there any more. */
  end(): void {
    clearTimeout(this.timer);
    keepers.delete(this);
  }

  private async once(pageGoes: boolean): Promise<void> {
    clearTimeout(this.timer);
    try {
      await this.what.keep(pageGoes);
      this.isFailing = false;
    } catch (error) {
      if (!this.isFailing) this.what.onFail?.(error instanceof Error ? error : new Error(String(error)));
      this.isFailing = true;
    }
    this.running = null;
  }
}

const keepers = new Set<Keeper>();

/** Saves what was just typed before anything else is done with it. */
export async function keepTypedNow(): Promise<void> {
  await Promise.all([...keepers].map((keeper) => keeper.now()));
}

window.addEventListener('pagehide', () => {
  for (const keeper of keepers) keeper.last();
});
/** A reload would lose what could not be saved: the browser asks first. */
window.addEventListener('beforeunload', (event) => {
  if ([...keepers].some((keeper) => keeper.isFailing && !keeper.isKept)) event.preventDefault();
});
