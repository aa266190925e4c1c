// desk scrub: scrubs text from standard input, as a whole or one JSON object per line.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { AppError } from '../../contract/errors.ts';
import { findPii } from '../../core/scrub/find-pii.ts';
import { replaceFindings } from '../../core/scrub/placeholders.ts';
import type { DeskOptions } from '../options.ts';

/** Pure: no desk is opened, and the findings are those the compose pane shows for the same text. */
function scrubText(text: string) {
  const findings = findPii(text);
  return {
    text: replaceFindings(text, findings),
    findings: findings.map(({ start, end, type, confidence }) => ({ start, end, type, confidence })),
  };
}

export async function run(options: DeskOptions & { readonly lines?: boolean }): Promise<void> {
  if (!options.lines) {
    const text = readFileSync(0, 'utf8');
    const result = scrubText(text);
    if (options.json) console.log(JSON.stringify(result));
    else process.stdout.write(result.text);
    return;
  }
  let number = 0;
  for await (const input of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (input.trim() === '') continue;
    const answer = `${JSON.stringify(scrubText(readLine(input, number)))}\n`;
    if (!process.stdout.write(answer)) await new Promise((resume) => process.stdout.once('drain', resume));
  }
}

function readLine(input: string, number: number): string {
  try {
    const { text } = JSON.parse(input);
    if (typeof text === 'string') return text;
  } catch {
    // reported below, with the line
  }
  throw new AppError('invalid', `Line ${number} is not JSON like {"text": "…"}.`);
}
