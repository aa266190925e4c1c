// Bundles for Node in ASCII alone. V8 keeps the source of a module as long as it runs, in two bytes a character if a single one
// is not Latin-1: the scrubber's lists would take 6 MB more in each thread that reads cases.
import type { Plugin } from 'vite';

/** Escapes what is not ASCII; in source it stands only in strings, templates, regular expressions and comments. */
export function asciiChunks(): Plugin {
  return {
    name: 'ascii-chunks',
    // After the last printing of the code, which writes characters as they are.
    generateBundle(_, bundle) {
      for (const one of Object.values(bundle)) if (one.type === 'chunk') one.code = one.code.replace(FOREIGN, escaped);
    },
  };
}

/** With the backslashes before it: an odd one escapes a character that needs none. */
const FOREIGN = /(\\*)([\u0080-\uFFFF])/g;

function escaped(_: string, slashes: string, sign: string): string {
  const kept = slashes.slice(slashes.length % 2);
  return `${kept}\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
