import { Container, Graphics, Text } from 'pixi.js';
import { CM } from './outline.ts';
import type { Palette } from './palette.ts';

/** A flag at the record distance. */
export interface Flag {
  /** In the world. */
  readonly root: Container;
  /** @param height of the pole, metres @param time seconds, phase of the waving; constant for none */
  update(x: number, groundY: number, height: number, time: number): void;
  setText(words: string): void;
  /** It jumps for joy. */
  hop(): void;
  advance(dt: number): void;
}

/** Seconds. */
const HOP_DURATION = 2;

export function createFlag(palette: Palette): Flag {
  const root = new Container();
  const pole = new Graphics();
  const cloth = new Graphics();
  const words = new Text({
    text: '',
    style: {
      fontFamily: "'Iowan Old Style', 'Palatino Linotype', Palatino, P052, Georgia, serif",
      fontSize: 30,
      fontStyle: 'italic',
      fill: palette.ink,
    },
    resolution: 2,
  });
  words.anchor.set(0, 0.5);
  root.addChild(pole, cloth, words);
  let drawn = 0;
  let hopping = Number.POSITIVE_INFINITY;
  return {
    root,
    hop() {
      hopping = 0;
    },
    advance(dt) {
      hopping += dt;
      const height = hopping < HOP_DURATION ? Math.exp(-2 * hopping) * Math.abs(Math.sin(9 * hopping)) : 0;
      root.scale.set(1, 1 + 0.35 * height);
    },
    setText(text) {
      words.text = text;
    },
    update(x, groundY, height, time) {
      const size = height * CM;
      root.position.set(x * CM, groundY * CM);
      if (drawn !== size) {
        drawn = size;
        pole
          .clear()
          .moveTo(0, 0)
          .lineTo(0, size)
          .stroke({ color: palette.ink, width: size * 0.017, cap: 'round' });
        pole.circle(0, size, size * 0.022).fill(palette.ink);
        words.scale.set(size / 340, -size / 340);
        words.position.set(size * 0.07, size * 0.69);
      }
      const wave = (share: number) => size * 0.018 * share * Math.sin(time * 4 - share * 5);
      const top = [0, 0.35, 0.7, 1].map((share) => [share * size * 0.34, size * 0.97 + wave(share)]);
      const tip = [size * 0.24, size * 0.87 + wave(0.7)];
      const low = [1, 0.7, 0.35, 0].map((share) => [share * size * 0.34, size * 0.77 + wave(share)]);
      cloth
        .clear()
        .poly([...top, tip, ...low].flat())
        .fill(palette.creature);
    },
  };
}
