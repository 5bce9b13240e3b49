import { Container, Graphics, Text } from 'pixi.js';
import { heightAt, startX, type Terrain } from '../sim/terrain.ts';
import type { Camera, Frame } from './camera.ts';
import { CM } from './outline.ts';
import type { Palette } from './palette.ts';
import { rulerLabelStep } from './ruler-label-step.ts';
import { FONT, hasRoomForLabel, rulerLabel, TICK_LONG, TICK_TOP, tickDepth } from './ruler-marks.ts';

/** A ruler in metres, drawn in the ground. */
export interface Ruler {
  /** Ticks, in world coordinates. */
  readonly ticks: Container;
  /** Labels, in window coordinates so that they keep their size. */
  readonly numbers: Container;
  /** Redraws the ticks for another ground. */
  setTerrain(terrain: Terrain): void;
  update(camera: Camera, frame: Frame): void;
}

/** Labels fade out between twice this distance from the window's edge and once, pixels. */
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
        text: rulerLabel(metre),
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
    setTerrain(next) {
      terrain = next;
      ticks.clear();
      zero = startX(terrain);
      for (let metre = 0; zero + metre <= Math.ceil(terrain.end); metre++) {
        const x = zero + metre;
        const y = heightAt(terrain, x);
        const bottom = y - tickDepth(metre);
        ticks.moveTo(x * CM, (y - TICK_TOP) * CM).lineTo(x * CM, bottom * CM);
      }
      ticks.stroke({ color: palette.ruler, width: 2.4, cap: 'round' });
    },
    update(camera, { width }) {
      if (terrain === undefined) return;
      const step = rulerLabelStep(camera.scale);
      const left = camera.x - camera.anchorX / camera.scale - 1 - zero;
      const right = Math.min(terrain.end - zero, left + width / camera.scale + 2);
      for (const text of texts.values()) text.visible = false;
      for (let metre = Math.max(0, Math.ceil(left / step) * step); metre <= right; metre += step) {
        const x = zero + metre;
        if (!hasRoomForLabel(terrain, x)) continue;
        const text = textOf(metre);
        const place = camera.anchorX + (x - camera.x) * camera.scale;
        // A label fades out before the edge would cut it off.
        text.alpha = Math.min(metre % 5 === 0 ? 1 : 0.88, (Math.min(place, width - place) - MARGIN) / MARGIN);
        text.visible = text.alpha > 0;
        const y = camera.anchorY - (heightAt(terrain, x) - TICK_LONG - 0.05 - camera.y) * camera.scale;
        text.position.set(Math.round(place), Math.round(y + 3));
      }
    },
  };
}
