// Runs the built main bundle under Node with the double in place of Electron, drives it as its window would, and prints
// what was recorded.
import { registerHooks } from 'node:module';
import { join } from 'node:path';

const root = process.env.APP_ROOT;
const double = new URL('./electron-double.mjs', import.meta.url).href;
registerHooks({
  resolve: (name, context, next) => (name === 'electron' ? { url: double, shortCircuit: true } : next(name, context)),
});
await import(join(root, 'out', 'main', 'index.js'));
const until = async (ready) => {
  while (!ready()) await new Promise((resolve) => setTimeout(resolve, 20));
};
await until(() => globalThis.recorded.loaded.length > 0);

const { recorded } = globalThis;
const call = recorded.handlers['desk:call'];
const own = { senderFrame: { parent: null, url: 'tier3-desk://window/index.html' } };
const answers = {
  strangerPage: await call({ senderFrame: { parent: null, url: 'https://evil.example/' } }, 'desk.state', {}),
  strangerFrame: await call({ senderFrame: { parent: {}, url: 'tier3-desk://window/index.html' } }, 'desk.state', {}),
  noFrame: await call({ senderFrame: null }, 'desk.state', {}),
  before: await call(own, 'desk.state', {}),
  locked: await call(own, 'cases.list', {}),
  opened: await call(own, 'desk.open', { mode: 'real' }),
  list: await call(own, 'cases.list', {}),
};
const second = (...words) =>
  recorded.listeners['second-instance']({}, [process.execPath, 'index.js', '--practice', ...words], root);
second('tier3desk://case/018f0000-0000-4000-8000-000000000001');
answers.link = await call(own, 'desk.asked', {});
answers.once = await call(own, 'desk.asked', {});
second(join('resources', 'samples', 'dynamics.csv'));
answers.file = await call(own, 'desk.asked', {});
second('https://evil.example/');
answers.stranger = await call(own, 'desk.asked', {});
await recorded.listeners.suspend();
answers.asleep = await call(own, 'cases.list', {});
answers.awake = await call(own, 'desk.open', { mode: 'real' });
let prevented = 0;
recorded.listeners['will-navigate']({
  preventDefault: () => {
    prevented += 1;
  },
});
const opened = ['https://evil.example/', 'https://github.com/x/y/issues/1'].map((url) => recorded.openHandler({ url }));
await until(() => recorded.navigations.length > 0);
const permissions = {};
for (const name of ['geolocation', 'media', 'clipboard-read', 'clipboard-sanitized-write']) {
  const check = recorded.permissionCheck({}, name);
  recorded.permission({}, name, (asked) => {
    permissions[name] = { check, asked };
  });
}
const page = async (url) => {
  const response = await recorded.pages({ url });
  return response.status;
};
const pages = {
  own: await page('tier3-desk://window/index.html'),
  outside: await page('tier3-desk://window/..%2f..%2fpackage.json'),
  other: await page('tier3-desk://elsewhere/index.html'),
  undecodable: await page('tier3-desk://window/%'),
};
const policy = (await recorded.pages({ url: 'tier3-desk://window/index.html' })).headers.get('content-security-policy');
recorded.listeners['before-quit']({ preventDefault: () => {} });
await until(() => recorded.quit === true);
const { windows, trays, trayImage, trayMenu, lock, loaded, navigations, handlers } = recorded;
process.stdout.write(
  `RESULT ${JSON.stringify({ windows, trays, trayImage, trayMenu, lock, loaded, navigations, channels: Object.keys(handlers), answers, prevented, opened, permissions, policy, pages, proxy: process.env.HTTPS_PROXY })}\n`,
);
process.exit(0);
