// Checks the watched folder every minute, one check at a time.
import type { AppContext } from '../actions/app-context.ts';
import { lookAtFolder } from '../actions/watched-folder.ts';
import { AppError } from '../contract/errors.ts';

export interface FolderWatch {
  look(): void;
  /** Resolves when no check is running. */
  settled(): Promise<void>;
}

/** An unreadable folder is reported where it is configured; anything else is a bug, and passed to `tell`. */
export function createFolderWatch(ctx: AppContext, tell: (error: unknown) => void): FolderWatch {
  let atWork: Promise<void> | null = null;
  async function once(): Promise<void> {
    try {
      if (await lookAtFolder(ctx)) ctx.announce({ event: 'changed', touches: ['cases'] });
    } catch (error) {
      if (!(error instanceof AppError)) tell(error);
    } finally {
      atWork = null;
    }
  }
  return {
    look() {
      atWork ??= once();
    },
    settled: async () => {
      await atWork;
    },
  };
}
