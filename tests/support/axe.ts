// What axe finds wrong with a page by WCAG 2.1 A and AA.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Locator, Page } from 'playwright';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/**
 * @param within the part to look at, where the rest of the page has been looked at elsewhere: of Settings, whose six thousand
 * elements take seconds, the card that is new
 */
export async function violations(page: Page, within: Locator = page.locator('html')): Promise<string[]> {
  // It stays until the page is loaded anew.
  if (!(await page.evaluate<boolean>("'axe' in globalThis"))) await page.evaluate(AXE);
  const found = await within.evaluate(async (part) => {
    const { axe } = globalThis as unknown as {
      axe: { run: (context: unknown, options: unknown) => Promise<{ violations: Violation[] }> };
    };
    return (
      await axe.run(part, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'],
        // Nobody reads what it would tell of each element that passes.
        resultTypes: ['violations'],
      })
    ).violations;
  });
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
  );
}
