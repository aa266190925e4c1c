// Looks at the watched folder every minute, one look at a time.
import type { AppContext } from '../actions/app-context.ts';
import { lookAtFolder } from '../actions/watched-folder.ts';
import { AppError } from '../contract/errors.ts';

export interface FolderWatch {
  look(): void;
  /** Resolves when no look goes on. */
  settled(): Promise<void>;
}

/** A folder that cannot be read is said where it is set; everything else is a bug, which `tell` hears. */
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
