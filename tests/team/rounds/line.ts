// The wire between a desk and the database, to be cut: a partition is one desk's wire cut for a while.
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface Line {
  readonly port: number;
  /** How often the desk has asked the database for something. */
  asked(): number;
  /** The database has not answered yet. */
  isWaiting(): boolean;
  cut(): void;
  mend(): void;
  close(): void;
}

export async function openLine(target: number): Promise<Line> {
  const open = new Set<Socket>();
  const waiting = new Set<Socket>();
  let isCut = false;
  let asked = 0;
  const server = createServer((near) => {
    if (isCut) {
      near.destroy();
      return;
    }
    const far = connect(target, '127.0.0.1');
    near.on('data', () => {
      asked += 1;
      waiting.add(near);
    });
    for (const over of ['data', 'close']) far.on(over, () => waiting.delete(near));
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    asked: () => asked,
    isWaiting: () => waiting.size > 0,
    cut() {
      isCut = true;
      for (const socket of open) socket.destroy();
    },
    mend() {
      isCut = false;
    },
    close() {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}
