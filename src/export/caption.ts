import type { Frame } from '../view/camera.ts';
import type { Palette } from '../view/palette.ts';
import type { Mark } from './mark.ts';

/** Text size and margin, as shares of the picture's smaller side. */
const SIZE = 0.042;
const MARGIN = 0.06;
/** Mean letter width as a share of the text size. A fixed estimate, so that lines break at the same words on every machine. */
export const LETTER_WIDTH = 0.52;
const LINE_HEIGHT = 1.3;

/** Breaks text between words into lines of at most `maxLength` characters. A longer word gets its own line. */
export function wrapText(text: string, maxLength: number): string[] {
  const found: string[] = [];
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    const last = found.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= maxLength) found[found.length - 1] = `${last} ${word}`;
    else found.push(word);
  }
  return found;
}

/** The marks of a caption over a picture, by the distance that the creature has come, metres. */
export type CaptionAt = (metres: number) => Mark[];

/** A caption in the upper left of a picture. */
export function caption(text: string, { width, height }: Frame, palette: Palette): Mark[] {
  const small = Math.min(width, height);
  const size = Math.max(12, SIZE * small);
  const margin = MARGIN * small;
  const maxLength = Math.max(8, Math.floor((width - 2 * margin) / (LETTER_WIDTH * size)));
  return wrapText(text, maxLength).map((line, i) => {
    const y = margin + size * (0.8 + LINE_HEIGHT * i);
    return { kind: 'words', x: margin, y, text: line, size, isBold: true, fill: palette.ink };
  });
}
