/** Code that ends or hangs a worker between two episodes. */
export const DEATHS = {
  throws: 'setTimeout(() => { throw new Error("out of its mind"); })',
  exits: 'setTimeout(() => close())',
  // In a timer: a loop in the evaluated code itself would block the caller.
  hangs: 'setTimeout(() => { for (;;); })',
};

const EVALUATING = 3;
/** Timeouts of workers are this many times shorter than for visitors. */
const HASTE = 10;
const PREAMBLE = `{
  Object.defineProperty(navigator, 'hardwareConcurrency', { value: ${EVALUATING + 1} });
  const plain = setTimeout;
  self.setTimeout = (does, after, ...rest) => plain(does, after >= 10_000 ? after / ${HASTE} : after, ...rest);
}`;

/**
 * Call it before the page is opened: gives its runs three evaluating workers on any machine, and shorter timeouts. The
 * code of the page itself is unchanged.
 * @param {import('playwright').Page} page
 */
export const hasten = (page) =>
  page.route('**/run-host-*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: PREAMBLE + (await response.text()) });
  });

/**
 * The evaluating workers: all but the first, which runs the evolution.
 * @param {import('playwright').Page} page
 */
export const evaluating = (page) => page.workers().slice(1);

/**
 * Ends or hangs one of them.
 * @param {import('playwright').Page} page
 * @param {keyof typeof DEATHS} death
 * @param {number} chance in [0, 1): which one
 */
export async function lose(page, death, chance) {
  const workers = evaluating(page);
  // The worker may end before it answers.
  await workers[Math.floor(chance * workers.length)]?.evaluate(DEATHS[death]).catch(() => {});
}
