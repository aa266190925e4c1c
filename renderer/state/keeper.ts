// What is typed, on its way into the encrypted store: a moment after the last letter, one call at a time, again while the desk
// does not answer, at once when the page goes.

const KEEP_AFTER_MS = 250;
/** Tried again so often while the desk does not answer. */
const AGAIN_MS = 2000;

export interface Keeping {
  readonly isKept: () => boolean;
  /** Keeps the newest words. `pageGoes` where no answer will be heard. @throws where the desk does not answer */
  readonly keep: (pageGoes: boolean) => Promise<void>;
  readonly onFail?: (error: Error) => void;
}

export class Keeper {
  /** The last try to keep the words failed. */
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

  /** Resolves once the newest words are kept, or could not be. */
  async now(): Promise<void> {
    while (this.running !== null) await this.running;
    if (this.isKept) return;
    this.running = this.once(false);
    await this.running;
    if (!this.isKept) this.soon(this.isFailing ? AGAIN_MS : 0);
  }

  /** The page goes: it waits for nothing. */
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

/** What was typed a moment ago is kept before anything else is done with it. */
export async function keepTypedNow(): Promise<void> {
  await Promise.all([...keepers].map((keeper) => keeper.now()));
}

window.addEventListener('pagehide', () => {
  for (const keeper of keepers) keeper.last();
});
/** A reload would take along what the desk could not be told: the browser asks first. */
window.addEventListener('beforeunload', (event) => {
  if ([...keepers].some((keeper) => keeper.isFailing && !keeper.isKept)) event.preventDefault();
});
