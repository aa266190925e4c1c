// Serves one stand-in by itself on the loopback address: those of live sources, each at an address of its own.
import { createServer } from 'node:http';
import type { PlainAnswer, PlainRequest } from './http-messages.ts';
import { listen, readBody, writeAnswer } from './transport.ts';

export interface ServedStandIn {
  /** Like http://127.0.0.1:4711, without a slash behind it. */
  readonly address: string;
  close(): Promise<void>;
}

/** Bodies that are JSON arrive read, others as text; `path` is all of it, with the query. */
export async function serveStandIn(answer: (request: PlainRequest) => PlainAnswer): Promise<ServedStandIn> {
  let address = '';
  const server = createServer(async (request, response) => {
    const { method = 'GET', url: path = '/', headers } = request;
    const read = await readBody(request);
    if (read === null) return writeAnswer(response, { status: 413, body: 'The body is too large.' });
    writeAnswer(response, answer({ method, path, headers, body: read.body, base: address }));
  });
  address = `http://127.0.0.1:${await listen(server, 0)}`;
  return {
    address,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
