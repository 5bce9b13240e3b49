import type { Frame } from '../view/camera.ts';
import type { Palette } from '../view/palette.ts';
import type { Mark } from './mark.ts';

/** Of the smaller side of the picture: size of letters, and how far they are from the edge. */
const SIZE = 0.042;
const MARGIN = 0.06;
/** Width of a letter on average, as a share of its height: no canvas is asked, so that every program breaks alike. */
const LETTER = 0.52;
const LINE = 1.3;

/** Text in lines of at most so many letters, broken between words. */
export function lines(text: string, most: number): string[] {
  const found: string[] = [];
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    const last = found.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) found[found.length - 1] = `${last} ${word}`;
    else found.push(word);
  }
  return found;
}

/** Words in the sky of a picture, upper left. */
export function caption(text: string, { width, height }: Frame, palette: Palette): Mark[] {
  const small = Math.min(width, height);
  const size = Math.max(12, SIZE * small);
  const margin = MARGIN * small;
  const most = Math.max(8, Math.floor((width - 2 * margin) / (LETTER * size)));
  return lines(text, most).map((line, i) => {
    const y = margin + size * (0.8 + LINE * i);
    return { kind: 'words', x: margin, y, text: line, size, isBold: true, fill: palette.ink };
  });
}
