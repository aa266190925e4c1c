// Requests and answers of the stand-ins over HTTP on the loopback address.
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { PlainAnswer } from './http-messages.ts';

/** Listens on the usual port, or any when it is taken. @returns the port */
export function listen(server: Server, port: number): Promise<number> {
  // Whoever asks closes: a connection that ends here at the moment of the next request would look like a broken network.
  server.keepAliveTimeout = 0;
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' && port !== 0) listen(server, 0).then(resolve, reject);
      else reject(error);
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' ? (address?.port ?? port) : port);
    });
  });
}

/** Far more than a ticket holds; the real services refuse such a body too. */
const LARGEST_BODY = 8 * 1024 * 1024;

/** What came, as JSON where it is; null when it is too large to be read. */
export async function readBody(request: IncomingMessage): Promise<{ readonly body: unknown } | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  const coming: AsyncIterable<Buffer> = request;
  for await (const chunk of coming) {
    size += chunk.length;
    // Read to its end all the same: a sender that is cut off never hears why.
    if (size <= LARGEST_BODY) chunks.push(chunk);
  }
  if (size > LARGEST_BODY) return null;
  const text = Buffer.concat(chunks).toString('utf8');
  if (text === '') return { body: undefined };
  try {
    return { body: JSON.parse(text) };
  } catch {
    return { body: text };
  }
}

export function writeAnswer(response: ServerResponse, { status, body, headers }: PlainAnswer): void {
  if (response.headersSent) return;
  const isText = typeof body === 'string';
  const type = isText ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8';
  response.writeHead(status, { 'content-type': type, ...headers });
  response.end(body === null || body === undefined ? undefined : isText ? body : JSON.stringify(body));
}
