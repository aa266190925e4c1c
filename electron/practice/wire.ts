// Requests and answers of the stand-ins over HTTP on the loopback address.
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { PlainAnswer } from './plain.ts';

/** The usual port, or any when it is taken. */
export function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' && port !== 0) listen(server, 0).then(resolve, reject);
      else reject(error);
    });
    server.listen(port, '127.0.0.1', () => resolve());
  });
}

export async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

export function writeAnswer(response: ServerResponse, { status, body, headers }: PlainAnswer): void {
  if (response.headersSent) return;
  const isText = typeof body === 'string';
  const type = isText ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8';
  response.writeHead(status, { 'content-type': type, ...headers });
  response.end(body === null || body === undefined ? undefined : isText ? body : JSON.stringify(body));
}
