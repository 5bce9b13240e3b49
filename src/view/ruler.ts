import { Container, Graphics, Text } from 'pixi.js';
import { heightAt, startX, type Terrain } from '../sim/terrain.ts';
import type { Camera, Frame } from './camera.ts';
import { numberStep } from './number-step.ts';
import { CM } from './outline.ts';
import type { Palette } from './palette.ts';
import { FONT, isOpen, LONG, TOP, tickDepth, wordsAt } from './ruler-marks.ts';

/** A ruler in metres, let into the ground. */
export interface Ruler {
  /** Ticks, drawn in the world. */
  readonly ticks: Container;
  /** Numbers, drawn on the window so that they keep their size. */
  readonly numbers: Container;
  /** Lies in that ground from now on. */
  lay(terrain: Terrain): void;
  look(camera: Camera, frame: Frame): void;
}

/** From an edge, pixels: there a number is gone, at twice that whole. */
const MARGIN = 20;

export function createRuler(palette: Palette): Ruler {
  const ticks = new Graphics();
  const numbers = new Container();
  const texts = new Map<number, Text>();
  let terrain: Terrain | undefined;
  let zero = 0;
  const textOf = (metre: number) => {
    let text = texts.get(metre);
    if (text === undefined) {
      const isMain = metre % 5 === 0;
      text = new Text({
        text: wordsAt(metre),
        style: {
          fontFamily: FONT,
          fontSize: isMain ? 15 : 13,
          fontWeight: isMain ? '600' : '400',
          fill: palette.ruler,
        },
        resolution: Math.min(2, globalThis.devicePixelRatio || 1),
      });
      text.anchor.set(0.5, 0);
      texts.set(metre, text);
      numbers.addChild(text);
    }
    return text;
  };
  return {
    ticks,
    numbers,
    lay(next) {
      terrain = next;
      ticks.clear();
      zero = startX(terrain);
      for (let metre = 0; zero + metre <= Math.ceil(terrain.end); metre++) {
        const x = zero + metre;
        const y = heightAt(terrain, x);
        const bottom = y - tickDepth(metre);
        ticks.moveTo(x * CM, (y - TOP) * CM).lineTo(x * CM, bottom * CM);
      }
      ticks.stroke({ color: palette.ruler, width: 2.4, cap: 'round' });
    },
    look(camera, { width }) {
      if (terrain === undefined) return;
      const step = numberStep(camera.scale);
      const left = camera.x - camera.anchorX / camera.scale - 1 - zero;
      const right = Math.min(terrain.end - zero, left + width / camera.scale + 2);
      for (const text of texts.values()) text.visible = false;
      for (let metre = Math.max(0, Math.ceil(left / step) * step); metre <= right; metre += step) {
        const x = zero + metre;
        if (!isOpen(terrain, x)) continue;
        const text = textOf(metre);
        const place = camera.anchorX + (x - camera.x) * camera.scale;
        // Nothing is cut off at an edge: it is gone before.
        text.alpha = Math.min(metre % 5 === 0 ? 1 : 0.88, (Math.min(place, width - place) - MARGIN) / MARGIN);
        text.visible = text.alpha > 0;
        const y = camera.anchorY - (heightAt(terrain, x) - LONG - 0.05 - camera.y) * camera.scale;
        text.position.set(Math.round(place), Math.round(y + 3));
      }
    },
  };
}
