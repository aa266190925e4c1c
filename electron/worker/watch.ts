// Looks somewhere again and again for what is new, one look at a time: the watched folder, the live sources.
import type { AppContext } from '../actions/app-context.ts';
import { AppError } from '../contract/errors.ts';

export interface Watch {
  look(): void;
  /** Resolves when no look goes on. */
  settled(): Promise<void>;
}

/**
 * `once` is true where there is something new to show. What it refuses is said where it is set; everything else is a bug, which
 * `tell` hears.
 */
export function createWatch(
  ctx: AppContext,
  once: (ctx: AppContext) => Promise<boolean>,
  tell: (error: unknown) => void,
): Watch {
  let atWork: Promise<void> | null = null;
  async function look(): Promise<void> {
    try {
      if (await once(ctx)) ctx.announce({ event: 'changed', touches: ['cases', 'settings'] });
    } catch (error) {
      if (!(error instanceof AppError)) tell(error);
    } finally {
      atWork = null;
    }
  }
  return {
    look() {
      atWork ??= look();
    },
    settled: async () => {
      await atWork;
    },
  };
}
