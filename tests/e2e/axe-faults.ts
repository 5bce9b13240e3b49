import axe from 'axe-core';
import type { Page } from 'playwright';

/** What axe finds wrong with the page as it is: everything in light colours, in dark ones only the contrast can differ. */
export async function faultsOf(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const look = (rules: string[]) =>
    page.evaluate(async (values) => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
        resultTypes: ['violations'],
        ...(values.length > 0 && { runOnly: { type: 'rule', values } }),
      });
      return violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${target}: ${failureSummary}`),
      );
    }, rules);
  const light = await look([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await look(['color-contrast']);
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark.map((each) => `in the dark: ${each}`)];
}
