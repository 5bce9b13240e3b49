import { expect, test } from 'vitest';
import { footfallSvg } from '../../src/export/footfall-svg.ts';
import type { FootfallRow } from '../../src/sim/gait/footfall-rows.ts';
import { paper } from '../../src/view/palette.ts';

const ROWS: FootfallRow[] = [
  {
    name: 'left shin',
    side: 'left',
    spans: [
      [0, 1],
      [2, 3],
    ],
  },
  { name: 'right <shin>', side: 'right', spans: [[0.5, 2.5]] },
];
const draw = (rows: FootfallRow[], from = 0, to = 4) =>
  footfallSvg(rows, { from, to, width: 600, palette: paper, title: 'It walks & walks' });

/** x of left and right side of every bar of a colour, pixels. */
const bars = (svg: string, fill: string) =>
  [...svg.matchAll(new RegExp(`<polygon points="([^"]*)" fill="${fill}"/>`, 'g'))].map(([, points]) => {
    const xs = points!.split(' ').map((point) => Number(point.split(',')[0]));
    return [Math.min(...xs), Math.max(...xs)];
  });

test('every contact is a bar in proportion to its time, in the colour of its side', () => {
  const svg = draw(ROWS);
  const [first, second] = bars(svg, '#d4472a') as [number[], number[]];
  const second2 = 2 * (first[1]! - first[0]!);
  expect(second[0]! - first[0]!).toBeCloseTo(second2, 0);
  expect(second[1]! - second[0]!).toBeCloseTo(second2 / 2, 0);
  const [right] = bars(svg, '#23252e') as [number[]];
  expect(right[1]! - right[0]!).toBeCloseTo(second2, 0);
});

test('a section has only its own contacts, cut at its ends', () => {
  const [only, ...none] = bars(draw(ROWS, 2.5, 4.5), '#d4472a') as [number[]];
  expect(none).toEqual([]);
  const [whole] = bars(draw(ROWS, 2, 4), '#d4472a') as [number[]];
  expect(only[1]! - only[0]!).toBeCloseTo((whole[1]! - whole[0]!) / 2, 0);
});

test('names and title are text, the axis has whole steps of time', () => {
  const svg = draw(ROWS);
  expect(svg).toContain('right &lt;shin&gt;');
  expect(svg).toContain('<title>It walks &amp; walks</title>');
  for (const tick of ['0.0 s', '0.5 s', '3.5 s', '4.0 s']) expect(svg).toContain(`>${tick}<`);
});

test('a body without feet, and a section without length, make a picture without NaN', () => {
  for (const svg of [draw([]), draw(ROWS, 1, 1)]) expect(svg).not.toMatch(/NaN|Infinity/);
});
