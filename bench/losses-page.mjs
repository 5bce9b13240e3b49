import { DEATHS, evaluating, hasten, lose } from '../scripts/lost-workers.mjs';
import { notedOn, openPage, reaches, straightHistory } from '../scripts/open-page.mjs';

/**
 * A run on the page whose workers are lost at random moments: they throw, exit or hang in turn. Prints whether the run came to
 * the history of one that lost nobody, what the page said, and how many workers there are. So many losses: the first argument,
 * or 50.
 */
const LOSSES = Number(process.argv[2] ?? 50);
const RUN = '#body=hopper&task=walk&brain=linear&seed=5&task.duration=2';
const TOLD = 'A worker stopped and was replaced; nothing was lost.';
/** Milliseconds between two losses, at most. */
const PAUSE = 1500;

const opened = await openPage();

const page = await opened.browser.newPage();
/** @type {string[]} */
const complaints = [];
page.on('pageerror', ({ message }) => complaints.push(message));
page.on('console', (message) => {
  if (/error|warning/.test(message.type())) complaints.push(message.text());
});
let begun = 0;
page.on('worker', () => begun++);
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
  const seen = begun;
  const death = deaths[i % deaths.length] ?? 'exits';
  await lose(page, death, (i * 0.618) % 1);
  // The next is lost when this one's place is taken, and it is gone: a browser gives who hangs two seconds to end.
  while (begun === seen || evaluating(page).length > before) await page.waitForTimeout(50);
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
    ? `the history is that of a run that lost nobody: ${end.history}`
    : `DIFFERENT: ${end.history}, without losses ${history}`,
);
const isWell = before === after && complaints.length === 0 && notices.length === 1 && notices[0] === TOLD;
process.exitCode = history === end.history && isWell ? 0 : 1;
