// Makes the tray icons, one shape for each meaning of time, so that no colour has to be told apart:
// node resources/icons/make-tray.ts
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

const SIZE = 32;
const MIDDLE = (SIZE - 1) / 2;
const [OUTER, INNER, FAINT] = [14, 9, 90] as const;
type Shade = (x: number, y: number) => number;

/** A ring, filled up to a share of the round, clockwise from the top. */
const ring =
  (share: number): Shade =>
  (x, y) => {
    const [dx, dy] = [x - MIDDLE, y - MIDDLE];
    const distance = Math.hypot(dx, dy);
    if (distance > OUTER || distance < INNER) return 0;
    const turn = (Math.atan2(dx, -dy) / (2 * Math.PI) + 1) % 1;
    return turn < share ? 255 : FAINT;
  };
const triangle: Shade = (x, y) => (y > 3 && y < 28 && Math.abs(x - MIDDLE) < (y - 3) * 0.56 ? 255 : 0);
const bars: Shade = (x, y) => (y > 5 && y < 26 && ((x > 7 && x < 13) || (x > 18 && x < 24)) ? 255 : 0);

const SHAPES: Readonly<Record<string, Shade>> = {
  fine: ring(0.12),
  soon: ring(0.5),
  due: ring(0.85),
  missed: triangle,
  paused: bars,
};
/** A grey that shows on light and dark panels. */
const [RED, GREEN, BLUE] = [118, 128, 138] as const;

function png(shade: Shade): Buffer {
  const rows = Buffer.alloc(SIZE * (SIZE * 4 + 1));
  for (let y = 0; y < SIZE; y += 1)
    for (let x = 0; x < SIZE; x += 1) rows.set([RED, GREEN, BLUE, shade(x, y)], y * (SIZE * 4 + 1) + 1 + x * 4);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIZE, 0);
  header.writeUInt32BE(SIZE, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'ascii'), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}

for (const [name, shade] of Object.entries(SHAPES))
  writeFileSync(join(import.meta.dirname, `tray-${name}.png`), png(shade));
