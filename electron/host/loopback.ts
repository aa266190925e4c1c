// Checks that a loopback server makes on every request, since any page and any user of the machine can reach its port.

/**
 * Only this address, from its own pages: a foreign Host means DNS rebinding, a foreign Origin another site's script.
 */
export function isOwnRequest(
  headers: { host?: string | undefined; origin?: string | undefined },
  port: number,
): boolean {
  const names = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (headers.host === undefined || !names.includes(headers.host)) return false;
  return headers.origin === undefined || names.some((name) => headers.origin === `http://${name}`);
}
