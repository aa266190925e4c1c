// A name that a thing bears is never masked without asking, whatever else in the text is about somebody; it stays covered.
import { expect, it } from 'vitest';
import { ASK_BELOW } from '../../../electron/core/domain/pii.ts';
import { findPii } from '../../../electron/core/scrub/find-pii.ts';

const namesIn = (text: string, name: string) => {
  const start = text.indexOf(name);
  return findPii(text).filter((one) => one.start < start + name.length && one.end > start);
};

it.each([
  ['Ravi Prakash annex printer is down; callback 503-555-0142', 'Ravi Prakash'],
  ['He is at the Bridget Halloran chapel. SSN 518-41-0093.', 'Bridget Halloran'],
  ['The bot "Priscilla" hung up on him. DOB 4/5/1951.', 'Priscilla'],
  ['Cite Henrietta Garza v. Nicholson in the reply to 503-555-0142.', 'Henrietta Garza v. Nicholson'],
  ['The server Esmeralda restarted while MRN 448812 was open.', 'Esmeralda'],
  ['I asked Gwendolyn, the robot, for ICN 1012345678V123456.', 'Gwendolyn'],
  ['Whoever says "Penelope" gets routed to voicemail. Email kellie@example.com', 'Penelope'],
  ['Bertrand Russell paradox in the notes of 518-41-0093', 'Bertrand Russell'],
])('is asked about: %s', (text, name) => {
  const found = namesIn(text, name);
  expect(found.length).toBeGreaterThan(0);
  for (const one of found) expect(one.confidence).toBeLessThan(ASK_BELOW);
});

it.each([
  ['Caller Kerry Landry 503-555-0142 says the score is missing', 'Kerry Landry'],
  ['Mr. Kowalski test results are missing, phone 503-555-0142', 'Kowalski'],
  ['veteran "Bo" Harlan, dob 4/5/1951', 'Harlan'],
  ['Kerry Landry sign in fails, 503-555-0142', 'Kerry Landry'],
])('is masked without asking, for somebody bears it here: %s', (text, name) => {
  const found = namesIn(text, name);
  expect(found.length).toBeGreaterThan(0);
  for (const one of found) expect(one.confidence).toBeGreaterThanOrEqual(ASK_BELOW);
});

it.each([
  'Datadog groups by @usr.email since today',
  'they sent it 2 wrong dr again',
  'VHAMASTER shows two of them',
  'pid 4471 killed, exit 137',
])('is nobody’s: %s', (text) => {
  expect(findPii(text)).toEqual([]);
});
