// What the system asks the desk to open, a link of it or an export: by its first start, by a later one, on macOS by an event.
import { parseArgs } from 'node:util';
import { app } from 'electron';
import type { Asked } from '../contract/asked.ts';
import { askedAtStart } from '../host/asked-at-start.ts';

/** The command line without Electron's own words. */
export function readCommandLine(argv: readonly string[]) {
  return parseArgs({
    args: argv.slice(app.isPackaged ? 1 : 2),
    options: { practice: { type: 'boolean', default: false }, home: { type: 'string' } },
    strict: false,
  });
}

/** Tells of each; `again` hears of every later start, also of one that asks for nothing. */
export function onAsked(show: (asked: Asked) => void, again: () => void): void {
  const hear = (words: readonly string[], from: string) => {
    try {
      const asked = askedAtStart(words, from);
      if (asked !== null) show(asked);
    } catch (error) {
      process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    }
  };
  hear(readCommandLine(process.argv).positionals, process.cwd());
  app.on('second-instance', (_event, argv, from) => {
    again();
    hear(readCommandLine(argv).positionals, from);
  });
  app.on('open-url', (event, url) => {
    event.preventDefault();
    hear([url], '/');
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    hear([path], '/');
  });
  if (app.isPackaged) app.setAsDefaultProtocolClient('tier3desk');
}
