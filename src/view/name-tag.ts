import { Container, Graphics, Text } from 'pixi.js';
import { CM } from './outline.ts';
import type { Palette } from './palette.ts';

/** A name above a creature, framed in its colour. */
export interface NameTag {
  /** In the world. */
  readonly root: Container;
  /** @param height of the named creature, metres: the letters scale with it */
  update(x: number, y: number, height: number): void;
}

/** Height of the letters: as a share of the creature's height, and as drawn, pixels. */
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
    update(x, y, tall) {
      const scale = (LETTERS * tall * CM) / SIZE;
      root.position.set(x * CM, y * CM);
      root.scale.set(scale, -scale);
    },
  };
}
