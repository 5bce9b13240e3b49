import { reaches } from '../scripts/open-page.mjs';
import { watchFrames } from './frames.mjs';

/** Seconds for which parts are dragged. */
const DRAGGED = 15;

/** A body of 20 parts: a box with 19 legs. */
function centipede() {
  const legs = Array.from({ length: 19 }, (_, i) => ({ name: `leg ${i + 1}`, x: -1.8 + 0.2 * i }));
  const material = { angle: 0, density: 1, friction: 0.8, layer: 0 };
  const box = { kind: 'box', width: 4, height: 0.4 };
  const vertices = [
    [-0.06, -0.4],
    [0.06, -0.4],
    [0.08, 0.4],
    [-0.08, 0.4],
  ];
  const motor = { limits: [-0.7, 0.7], torque: 40, speed: 5 };
  return {
    name: 'centipede',
    title: 'Centipede',
    about: '',
    parts: [
      { ...material, name: 'torso', shape: box, position: [0, 0.9], role: 'torso' },
      ...legs.map(({ name, x }) => {
        return { ...material, name, shape: { kind: 'polygon', vertices }, position: [x, 0.4], role: 'foot' };
      }),
    ],
    joints: legs.map(({ name, x }) => {
      return { name: `${name} hip`, parent: 'torso', child: name, anchor: [x, 0.75], ...motor };
    }),
  };
}

/** Where a point of the drawing is in the window, as a script of the page. */
const PLACE = `(x, y) => {
  const at = new DOMPoint(x, y).matrixTransform(document.querySelector('svg.canvas > g').getScreenCTM());
  return [at.x, at.y];
}`;

/**
 * Drags a body of 20 parts, and then one of its legs, in the editor of a page whose run goes on behind it.
 * @param {{ url: string; browser: import('playwright').Browser }} opened
 * @param {string} hash of the run
 * @param {import('playwright').BrowserContextOptions} options
 */
export async function dragInEditor({ url, browser }, hash, options) {
  const page = await browser.newPage(options);
  await page.goto(url + hash);
  await reaches(page, 3);
  await page.locator('body').press('m');
  const dialog = page.locator('dialog.editor');
  await dialog.getByRole('button', { name: 'Begin with' }).click();
  const buffer = Buffer.from(JSON.stringify(centipede()));
  await dialog
    .locator('input[type=file]')
    .setInputFiles({ name: 'centipede.json', mimeType: 'application/json', buffer });
  await dialog.locator('.side').getByText('20 parts, 19 joints').waitFor();
  await dialog.locator('svg.canvas > g').waitFor();
  /** @type {Record<string, string | number>} */
  const result = {};
  for (const [what, place] of /** @type {const} */ ([
    ['20 parts', [0.1, 1]],
    ['one leg', [0.2, 0.3]],
  ])) {
    const [x, y] = /** @type {[number, number]} */ (await page.evaluate(`(${PLACE})(${place})`));
    await page.mouse.move(x, y);
    await page.mouse.down();
    const seen = await watchFrames(browser, page, DRAGGED, async () => {
      const start = performance.now();
      for (let i = 0; performance.now() - start < 1000 * DRAGGED; i++)
        await page.mouse.move(x + 150 * Math.sin(i / 20), y - 60 + 60 * Math.cos(i / 20));
    });
    await page.mouse.move(x + 100, y - 60);
    await page.mouse.up();
    // Waits until it can be undone: something has been dragged.
    await dialog.getByRole('button', { name: 'Undo' }).click();
    for (const [name, value] of Object.entries(seen)) result[`dragging ${what}: ${name}`] = value;
  }
  await page.close();
  return result;
}
