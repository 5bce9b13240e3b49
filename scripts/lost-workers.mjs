/** What can become of a worker between two lives, as its own last words. */
export const DEATHS = {
  throws: 'setTimeout(() => { throw new Error("out of its mind"); })',
  exits: 'setTimeout(() => close())',
  // Not in what is asked from outside: that alone no browser ends.
  hangs: 'setTimeout(() => { for (;;); })',
};

const EVALUATING = 3;
/** A worker is taken to hang this many times sooner than for visitors. */
const HASTE = 10;
const SURROUNDINGS = `{
  Object.defineProperty(navigator, 'hardwareConcurrency', { value: ${EVALUATING + 1} });
  const plain = setTimeout;
  self.setTimeout = (does, after, ...rest) => plain(does, after >= 10_000 ? after / ${HASTE} : after, ...rest);
}`;

/**
 * To be called before the page is opened. Its runs have three evaluating workers on any machine, and whoever waits for one
 * has a clock that hurries: the product is as it is, its surroundings are not.
 * @param {import('playwright').Page} page
 */
export const hasten = (page) =>
  page.route('**/conduct-*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: SURROUNDINGS + (await response.text()) });
  });

/**
 * The workers that lives are lived by: all but the first, which has the run.
 * @param {import('playwright').Page} page
 */
export const evaluating = (page) => page.workers().slice(1);

/**
 * Loses one of them.
 * @param {import('playwright').Page} page
 * @param {keyof typeof DEATHS} death
 * @param {number} chance in [0, 1): which one
 */
export async function lose(page, death, chance) {
  const workers = evaluating(page);
  // It may be gone before it has answered.
  await workers[Math.floor(chance * workers.length)]?.evaluate(DEATHS[death]).catch(() => {});
}
