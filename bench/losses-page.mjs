import { DEATHS, evaluating, hasten, lose } from '../scripts/lost-workers.mjs';
import { notedOn, openPage, reaches, straightHistory } from '../scripts/open-page.mjs';

/**
 * A run on the page whose workers fail at random moments: they throw, exit or hang in turn. Prints whether the history equals
 * that of a run without losses, the notices of the page, and the number of workers. The first argument is the number of losses,
 * 50 by default.
 */
const LOSSES = Number(process.argv[2] ?? 50);
const RUN = '#body=hopper&task=walk&brain=linear&seed=5&task.duration=2';
const NOTICE = 'A worker stopped and was replaced; nothing was lost.';
/** Longest time between two losses, milliseconds. */
const PAUSE = 1500;

const opened = await openPage();

const page = await opened.browser.newPage();
/** @type {string[]} */
const complaints = [];
page.on('pageerror', ({ message }) => complaints.push(message));
page.on('console', (message) => {
  if (/error|warning/.test(message.type())) complaints.push(message.text());
});
let started = 0;
page.on('worker', () => started++);
await hasten(page);
await page.goto(opened.url + RUN);
await reaches(page, 5);
await page.evaluate(`{
  globalThis.notices = [];
  const note = (records) => {
    for (const { addedNodes } of records) for (const { firstChild } of addedNodes) notices.push(firstChild.textContent);
  };
  new MutationObserver(note).observe(document.querySelector('.notices'), { childList: true });
}`);
const before = evaluating(page).length;
const deaths = /** @type {(keyof typeof DEATHS)[]} */ (Object.keys(DEATHS));
for (let i = 0; i < LOSSES; i++) {
  const startedBefore = started;
  const death = deaths[i % deaths.length] ?? 'exits';
  await lose(page, death, (i * 0.618) % 1);
  // Wait until the worker is gone and replaced; a browser gives a hanging worker two seconds to end.
  while (started === startedBefore || evaluating(page).length > before) await page.waitForTimeout(50);
  await page.waitForTimeout(((i * 0.382) % 1) * PAUSE);
  const { generation } = await notedOn(page);
  console.log(`loss ${i + 1}, ${death}: at generation ${generation}`);
}
await reaches(page, Number((await notedOn(page)).generation) + 10);
const after = evaluating(page).length;
await page.getByRole('button', { name: 'Pause learning' }).click();
const end = await notedOn(page);
const notices = /** @type {string[]} */ (await page.evaluate('notices'));
await page.close();

const history = await straightHistory(opened, RUN, Number(end.generation));
await opened.close();

console.log(`${LOSSES} losses, ${end.generation} generations; ${before} workers before, ${after} after`);
console.log(`the page says: ${notices.join(' | ')}${complaints.map((each) => `; it complains: ${each}`).join('')}`);
console.log(
  history === end.history
    ? `same history as without losses: ${end.history}`
    : `DIFFERENT: ${end.history}, without losses ${history}`,
);
const isWell = before === after && complaints.length === 0 && notices.length === 1 && notices[0] === NOTICE;
process.exitCode = history === end.history && isWell ? 0 : 1;
