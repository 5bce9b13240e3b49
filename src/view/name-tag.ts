import { Container, Graphics, Text } from 'pixi.js';
import { CM } from './outline.ts';
import type { Palette } from './palette.ts';

/** A name over somebody's head, in a colour of their own. */
export interface NameTag {
  /** In the world. */
  readonly root: Container;
  /** @param height of whom it names, metres: the words are as large as suits it */
  look(x: number, y: number, height: number): void;
}

/** Height of the letters as a share of whom they name, and as they are drawn, pixels. */
const LETTERS = 0.15;
const SIZE = 32;

export function createNameTag(text: string, colour: number, palette: Palette): NameTag {
  const words = new Text({
    text,
    style: {
      fontFamily: "'Avenir Next', 'Segoe UI', Arial, sans-serif",
      fontSize: SIZE,
      fontWeight: '600',
      fill: palette.ink,
    },
    resolution: 2,
  });
  words.anchor.set(0.5, 0.5);
  const [width, height] = [words.width + 0.9 * SIZE, 1.5 * SIZE];
  const plate = new Graphics()
    .roundRect(-width / 2, -height / 2, width, height, height / 2)
    .fill({ color: palette.sky, alpha: 0.9 })
    .stroke({ color: colour, width: 5 });
  const root = new Container({ children: [plate, words] });
  return {
    root,
    look(x, y, tall) {
      const scale = (LETTERS * tall * CM) / SIZE;
      root.position.set(x * CM, y * CM);
      root.scale.set(scale, -scale);
    },
  };
}
