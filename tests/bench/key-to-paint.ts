// From a key press in the window to the painted frame that shows what it did.
import type { Page } from 'playwright';

/** In the page: resolves to the ms from the next key (or drop) to the painted frame after which `shows` holds. */
export const MEASURE = `window.measure = (test, kind) => { window.measured = new Promise((resolve) => {
  window.addEventListener(kind, (event) => {
    const from = event.timeStamp;
    const afterFrame = () => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => resolve(performance.now() - from);
      channel.port2.postMessage(0);
    };
    let isDone = false;
    const look = (isInFrame) => {
      if (isDone || !test()) return;
      isDone = true;
      observer.disconnect();
      if (isInFrame) afterFrame();
      else requestAnimationFrame(afterFrame);
    };
    const observer = new MutationObserver(() => look(false));
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    // What changes no node (a focus) is seen in the frame that follows the key.
    requestAnimationFrame(() => look(true));
    setTimeout(() => look(false), 30);
  }, { once: true, capture: true });
}); };
window.slow = [];
new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.slow.push(entry.duration); })
  .observe({ type: 'event', durationThreshold: 16, buffered: true });`;

export async function timed(
  page: Page,
  keys: string | (() => Promise<void>),
  shows: string,
  kind = 'keydown',
): Promise<number> {
  await page.evaluate(`window.measure(() => ${shows}, '${kind}')`);
  if (typeof keys === 'string') await page.keyboard.press(keys);
  else await keys();
  const measured = page.evaluate<number>('window.measured');
  const late = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Error(`nothing showed: ${shows}`)), 15_000).unref(),
  );
  const ms = await Promise.race([measured, late]);
  await page.waitForTimeout(30);
  return ms;
}

const sorted = (times: readonly number[]) => times.toSorted((a, b) => a - b);
export const median = (times: readonly number[]) => sorted(times)[times.length >> 1] ?? 0;
export const p95 = (times: readonly number[]) =>
  sorted(times)[Math.min(times.length - 1, Math.ceil(times.length * 0.95) - 1)] ?? 0;
