import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { encodeFile } from '../../src/format/container.ts';
import { bundlesFromFile } from '../../src/format/library-document.ts';
import { replayToDocument } from '../../src/format/replay-document.ts';
import { replayToLink } from '../../src/format/replay-link.ts';
import type { Replay } from '../../src/run/replay.ts';
import { QUICK, replay } from './hopper-walk.ts';
import { expectVisitors, holdOn, notedOn, reachesOn, SIZES, visit } from './visit.ts';

expectVisitors();

const file = (of: Replay) => Buffer.from(encodeFile('replay', replayToDocument(of)));
const gait = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer });
const edited: Replay = { ...replay, genome: replay.genome.map((weight, i) => (i === 3 ? weight + 0.5 : weight)) };

const tool = (page: Page) => page.getByRole('region', { name: 'Replays' });
const cards = (page: Page) => tool(page).getByRole('list', { name: 'Kept replays' }).locator('> li');
const picker = (page: Page) => tool(page).locator('input[type=file]');
const isSeen = (page: Page, verdict: string) =>
  page.waitForFunction((wanted) => document.documentElement.dataset.replay === wanted, verdict);

async function openTool(page: Page): Promise<void> {
  await page.locator('body').press('i');
  await tool(page).getByRole('button', { name: 'Open files' }).waitFor();
}
const play = (card: Locator) => card.getByRole('button', { name: /^Play / }).click();

describe.each(SIZES)('replays on %s', { timeout: 90_000 }, (_, options) => {
  it('are saved, named and tagged, there on the next visit, and resimulated to the same bits', async () => {
    const page = await visit(QUICK, options);
    await reachesOn(page, 2);
    await openTool(page);
    await tool(page).getByRole('button', { name: 'Keep this one' }).click();
    const card = cards(page);
    await card.getByRole('heading', { name: /^Hopper, generation \d+$/ }).waitFor();
    await play(card);
    await isSeen(page, 'verified');
    await card.getByText('Verified: replayed exactly.').waitFor();
    await card.getByRole('textbox', { name: 'Name' }).fill('Little one');
    await card.getByRole('textbox', { name: /^Tags/ }).fill('first, small');
    await card.getByRole('textbox', { name: /^Tags/ }).press('Tab');
    await card.getByText('small', { exact: true }).waitFor();
    if (options.isMobile) expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);

    await page.reload();
    await openTool(page);
    await cards(page).getByRole('heading', { name: 'Little one' }).waitFor();
    await play(cards(page));
    await isSeen(page, 'verified');
    await cards(page).getByText('Verified', { exact: true }).waitFor();
    expect(await cards(page).getByText('first', { exact: true }).count()).toBe(1);
  });

  it('are opened from a link with the same distance, and learning waits', async () => {
    const page = await visit(`#r=${replayToLink(replay)}`, options);
    await isSeen(page, 'verified');
    expect(await notedOn(page, 'replayDistance')).toBe(String(replay.tests[0]!.distance));
    await page.getByRole('button', { name: 'All tools' }).click();
    await tool(page).getByText('Verified: replayed exactly.').waitFor();
    await page.waitForFunction(() =>
      document.querySelector('.stage')?.getAttribute('aria-label')?.startsWith('Hopper'),
    );
    expect(await notedOn(page, 'generation')).toBe('');
    expect(new URL(page.url()).hash).toBe(`#r=${replayToLink(replay)}`);
    await tool(page).getByRole('button', { name: 'Keep', exact: true }).click();
    await cards(page).getByRole('heading', { name: 'Hopper, generation 1' }).waitFor();
    await page.reload();
    await isSeen(page, 'verified');
    await page.getByRole('button', { name: 'All tools' }).click();
    await cards(page).first().waitFor();
    expect(await cards(page).count()).toBe(1);
  });
});

describe('files', { timeout: 90_000 }, () => {
  it('are imported by picker and drop; a damaged one is refused, an edited one is detected', async () => {
    const page = await visit(QUICK);
    await openTool(page);
    const damaged = file(replay);
    damaged[60]! ^= 4;
    await picker(page).setInputFiles([gait('whole.gait', file(replay)), gait('damaged.gait', damaged)]);
    await page.getByText('damaged.gait is damaged: its checksum does not match.').waitFor();
    expect(await cards(page).count()).toBe(1);

    const data = await page.evaluateHandle(
      (bytes) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([Uint8Array.from(bytes)], 'edited.gait'));
        return transfer;
      },
      [...file(edited)],
    );
    await page.locator('.stage').dispatchEvent('drop', { dataTransfer: data });
    await cards(page).nth(1).waitFor();

    await play(cards(page).last());
    await isSeen(page, 'verified');
    await play(cards(page).first());
    await isSeen(page, 'different');
    await cards(page)
      .first()
      .getByText(
        'Its file was edited, or was not made the way it says. It differs from second 1 on of its first test. You are watching its recording.',
      )
      .waitFor();
    await page.waitForFunction(() =>
      document.querySelector('.stage')?.getAttribute('aria-label')?.includes('as recorded'),
    );
    expect(await notedOn(page, 'replayDistance')).toBe(String(replay.tests[0]!.distance));
    // The very same file is no second entry.
    await picker(page).setInputFiles([gait('whole.gait', file(replay))]);
    await page.getByText('It was already kept.').waitFor();
    expect(await cards(page).count()).toBe(2);
  });

  it('are deleted and restored, found, saved in one file, and opened in another browser', async () => {
    const page = await visit(QUICK);
    await openTool(page);
    await picker(page).setInputFiles([gait('a.gait', file(replay)), gait('b.gait', file(edited))]);
    await cards(page).nth(1).waitFor();
    await play(cards(page).first());
    await cards(page).first().getByRole('textbox', { name: 'Name' }).fill('Zigzag');
    await cards(page).first().getByRole('button', { name: 'Delete' }).click();
    await page.getByText('"Zigzag" is deleted.').waitFor();
    expect(await cards(page).count()).toBe(1);
    await page.getByRole('button', { name: 'Undo' }).click();
    await cards(page).nth(1).waitFor();

    await tool(page).getByRole('searchbox', { name: 'Search' }).fill('zig hopper');
    await page.waitForFunction(() => document.querySelectorAll('.entries > li').length === 1);
    await tool(page).getByRole('searchbox', { name: 'Search' }).fill('spider');
    await tool(page).getByText('No replay matches.').waitFor();
    await tool(page).getByRole('searchbox', { name: 'Search' }).fill('');

    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      tool(page).getByRole('button', { name: 'Save all as one file' }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe('gaitlab-library.gait');
    const library = readFileSync(await saved.path());
    expect(bundlesFromFile(library, 'it').map(({ labels }) => labels?.name)).toContain('Zigzag');

    const other = await visit(QUICK);
    await openTool(other);
    await picker(other).setInputFiles([gait('all.gait', library)]);
    await cards(other).nth(1).waitFor();
    expect((await cards(other).getByRole('heading').allTextContents()).sort()).toEqual([
      'Hopper, generation 1',
      'Zigzag',
    ]);
  });
});

describe('a page', { timeout: 90_000 }, () => {
  it('works without storage, and says so', async () => {
    const page = await visit(QUICK);
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      };
    });
    await page.reload();
    await openTool(page);
    await picker(page).setInputFiles([gait('a.gait', file(replay))]);
    await cards(page).getByText('Only until you close the page').waitFor();
    await tool(page)
      .getByText(/^This browser stores nothing here \(The operation is insecure\.\)/)
      .waitFor();
    await play(cards(page));
    await isSeen(page, 'verified');
  });

  it('opens a pasted link, and the run continues', async () => {
    const page = await visit(QUICK);
    await reachesOn(page, 1);
    await page.evaluate(
      (text) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', text);
        document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
      },
      `Look: https://example.org/#r=${replayToLink(replay)}`,
    );
    await isSeen(page, 'verified');
    await tool(page).getByText('Not kept yet.').waitFor();
    await reachesOn(page, Number(await notedOn(page, 'generation')) + 2);
    expect(new URL(page.url()).hash).toBe(QUICK);
  });

  it('opened by a damaged link says so, and learns', async () => {
    const page = await visit('#r=AAAA');
    await page
      .getByText('This link cannot be read: it was changed or cut short. The default creature is learning instead.')
      .waitFor();
    await reachesOn(page, 0);
  });

  it('opened by a challenge begins an untrained run against it, and says when it is beaten', async () => {
    const page = await visit(`#c=${replayToLink(replay)}`);
    await isSeen(page, 'verified');
    await page.getByText('This is a challenge').waitFor();
    await page.getByRole('button', { name: 'Beat it' }).click();
    await reachesOn(page, 1);
    const rival = tool(page).getByRole('region', { name: 'Your challenge' });
    await rival
      .getByText(`${replay.tests[0]!.distance.toFixed(1)} m`)
      .first()
      .waitFor();
    await rival.getByText(/^Yours, generation \d+$/).waitFor();
    await page.waitForFunction(() => document.querySelector('.stage')?.getAttribute('aria-label')?.includes('To beat'));
    // A champion of two generations is soon outdone.
    await rival.getByText(/^Beaten in generation \d+\.$/).waitFor();
  });

  it('keeps the best whatever is on stage, and shows how it learned from the start', async () => {
    const page = await visit(QUICK);
    await reachesOn(page, 8);
    await page.locator('body').press('Home');
    await page.waitForSelector('html[data-on-stage="0"]');
    await holdOn(page);
    const best = /[\d.]+ m/.exec((await page.getByRole('button', { name: /, Watch the best$/ }).textContent()) ?? '');
    await openTool(page);
    await tool(page).getByRole('button', { name: 'Keep the best' }).click();
    await cards(page)
      .getByText(best?.[0] ?? '', { exact: false })
      .first()
      .waitFor();
    await play(cards(page));
    await isSeen(page, 'verified');
    const begins = page.waitForFunction(() => Number(document.documentElement.dataset.generation || 0) < 8);
    await cards(page).getByRole('button', { name: 'Watch it learn from the start' }).click();
    await begins;
    await reachesOn(page, 1);
    expect(await page.evaluate(() => location.hash)).toBe(QUICK);
  });

  it('saves a creature of the crowd, a film, and a race of two', async () => {
    const page = await visit(QUICK);
    await reachesOn(page, 3);
    await openTool(page);
    await page.locator('body').press('c');
    await tool(page).getByText('Keep what is on stage: The best of 6').waitFor();
    await page.locator('body').press('ArrowDown');
    await tool(page).getByText('Keep what is on stage: Number 2 of 6').waitFor();
    await tool(page).getByRole('button', { name: 'Keep this one' }).click();
    const member = cards(page).filter({ hasText: 'number 2 of 6' });
    await play(member);
    await isSeen(page, 'verified');

    await tool(page).getByRole('button', { name: 'Keep a film' }).click();
    const film = cards(page).filter({ hasText: 'a film to generation' });
    await play(film);
    await isSeen(page, 'verified');
    await film.getByText(/^Verified: all \d+ were replayed exactly\.$/).waitFor();

    for (const card of [film, member]) await card.getByRole('checkbox').check();
    await tool(page).getByRole('button', { name: 'Race', exact: true }).click();
    const race = cards(page).filter({ hasText: 'A race of 2' });
    await race.getByText('Verified: all 2 were replayed exactly.').waitFor();
    await page.waitForFunction(() =>
      document.querySelector('.stage')?.getAttribute('aria-label')?.startsWith('A race: '),
    );
  });
});
