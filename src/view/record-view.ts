import { Container } from 'pixi.js';
import { startX, type Terrain } from '../sim/terrain.ts';
import type { Confetti } from './confetti.ts';
import type { Dust } from './dust.ts';
import { createFlag } from './flag.ts';
import { maxHeightNear } from './max-height-near.ts';
import type { Palette } from './palette.ts';

/** The flag at the record, and the confetti and dust that fly up when it is broken. */
export interface RecordView {
  /** In the world. */
  readonly root: Container;
  /** Places the flag, metres from the start, with its text; undefined hides it. */
  set(distance: number | undefined, words: string): void;
  /** Celebrates: the flag hops. @param height of the creature, metres */
  celebrate(terrain: Terrain, height: number): void;
  /** @param height of the creature, metres @param time seconds, phase of the waving @param dt seconds since the last update */
  update(terrain: Terrain, height: number, time: number, dt: number): void;
}

export function createRecordView(palette: Palette, dust: Dust): RecordView {
  const root = new Container();
  const flag = createFlag(palette);
  let confetti: Confetti | undefined;
  let record: number | undefined;
  flag.root.visible = false;
  root.addChild(flag.root);
  async function burst(x: number, y: number, height: number): Promise<void> {
    const { createConfetti } = await import('./confetti.ts');
    if (root.destroyed) return;
    if (confetti === undefined) {
      confetti = createConfetti(palette);
      root.addChild(confetti.root);
    }
    confetti.burst(x, y, height);
  }
  return {
    root,
    set(distance, words) {
      record = distance;
      flag.root.visible = distance !== undefined;
      flag.setText(words);
    },
    celebrate(terrain, height) {
      if (record === undefined) return;
      const x = startX(terrain) + record;
      const ground = maxHeightNear(terrain, x);
      // A record is celebrated without confetti where its code cannot be loaded.
      burst(x, ground + height, height).catch(() => {});
      for (let i = -2; i <= 2; i++) dust.puff(x + 0.15 * i, ground, 1.4);
      flag.hop();
    },
    update(terrain, height, time, dt) {
      confetti?.advance(dt);
      flag.advance(dt);
      if (record === undefined) return;
      const x = startX(terrain) + record;
      flag.update(x, maxHeightNear(terrain, x), 1.05 * height + 0.2, time);
    },
  };
}
