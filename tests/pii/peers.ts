// The packages that people use today, put beside ours. Installed for the bench alone, into node_modules/.cache, because
// together they bring two hundred packages that the desk has no other use for.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Span } from './measure.ts';

export interface Scrubber {
  readonly name: string;
  readonly find: (text: string) => readonly Span[] | Promise<readonly Span[]>;
}

/** The peer that most people use, and by whose pace ours is judged. */
export const REDACT_PII = 'redact-pii 3.4';

const PACKAGES = {
  'redact-pii': '3.4.0',
  '@redactpii/node': '1.0.17',
  openredaction: '1.1.5',
  compromise: '14.17.0',
} as const;
const FOLDER = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'pii-peers');
const TOKEN = '\u0001';

/** The peers, installed on first use. Throws when the registry cannot be reached. */
export async function loadPeers(): Promise<Scrubber[]> {
  install();
  const require = createRequire(join(FOLDER, 'package.json'));
  const load = (name: string) => import(pathToFileURL(require.resolve(name)).href);
  const { SyncRedactor } = await load('redact-pii');
  const { Redactor } = await load('@redactpii/node');
  const { OpenRedaction } = await load('openredaction');
  const { default: nlp } = await load('compromise');
  const redactPii = new SyncRedactor({ globalReplaceWith: TOKEN });
  const redactor = new Redactor({ globalReplaceWith: TOKEN });
  const open = new OpenRedaction({ enableContextAnalysis: true });
  const byRedactPii = (text: string) => between(text, redactPii.redact(text));
  return [
    { name: REDACT_PII, find: byRedactPii },
    { name: '@redactpii/node 1.0', find: (text) => between(text, redactor.redact(text)) },
    {
      name: 'openredaction 1.1',
      find: async (text) => {
        const { detections } = (await open.detect(text)) as { detections: { position: [number, number] }[] };
        return detections.map(({ position: [start, end] }) => ({ start, end }));
      },
    },
    {
      name: 'compromise 14 + redact-pii',
      find: (text) => {
        const read = nlp(text);
        const terms = [read.people(), read.places(), read.phoneNumbers()].flatMap(
          (view) => view.json({ offset: true }) as { offset: { start: number; length: number } }[],
        );
        return [
          ...byRedactPii(text),
          ...terms.map(({ offset }) => ({ start: offset.start, end: offset.start + offset.length })),
        ];
      },
    },
  ];
}

function install(): void {
  if (existsSync(join(FOLDER, 'node_modules', 'compromise'))) return;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, 'package.json'), JSON.stringify({ private: true, dependencies: PACKAGES }));
  const outcome = spawnSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: FOLDER,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (outcome.status !== 0) throw new Error('The peers could not be installed: is the npm registry reachable?');
}

/** Spans from a redacted text: the pieces between the tokens are found again in the original, in order. */
function between(text: string, redacted: string): Span[] {
  const pieces = redacted.split(TOKEN);
  const spans: Span[] = [];
  let at = Math.max(0, text.indexOf(pieces[0] ?? '')) + (pieces[0]?.length ?? 0);
  for (const [index, piece] of pieces.entries()) {
    if (index === 0) continue;
    const isLast = index === pieces.length - 1;
    const found =
      piece === '' ? (isLast ? text.length : at) : isLast ? text.lastIndexOf(piece) : text.indexOf(piece, at);
    const next = Math.max(at, found);
    if (next > at) spans.push({ start: at, end: next });
    at = next + piece.length;
  }
  return spans;
}
