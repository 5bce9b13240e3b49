import { Container, Graphics } from 'pixi.js';
import type { BodyPlan } from '../creature/body-plan.ts';
import { EXAGGERATION, PUPIL } from './eye-shape.ts';
import { CM } from './outline.ts';
import type { Palette } from './palette.ts';

/** Eyes that look in the direction of travel, and blink. */
export interface EyeView {
  /** @param direction of the gaze in the world, radians @param closed how far the lids are down at least, 0 to 1 */
  update(time: number, direction: number, closed: number): void;
}

/** Seconds between blinks, and duration of one. */
const BLINK_EVERY = 3.7;
const BLINK = 0.16;

/** How far the lid is down by blinking alone, 0 to 1. */
function blink(time: number): number {
  const since = time % BLINK_EVERY;
  return since < BLINK ? Math.sin((since / BLINK) * Math.PI) : 0;
}

export function addEyes(plan: BodyPlan, parts: readonly Container[], palette: Palette): EyeView {
  const eyes = plan.parts.flatMap(({ eye }, i) => {
    const part = parts[i];
    if (eye === undefined || part === undefined) return [];
    const radius = EXAGGERATION * eye.radius * CM;
    const ball = new Container();
    const pupil = new Graphics()
      .circle(0, 0, radius * PUPIL.size)
      .fill(palette.pupil)
      .circle(radius * PUPIL.glint.x, radius * PUPIL.glint.y, radius * PUPIL.glint.size)
      .fill(palette.eye);
    ball.addChild(new Graphics().circle(0, 0, radius).fill(palette.eye), pupil);
    ball.position.set(eye.position[0] * CM, eye.position[1] * CM);
    part.addChild(ball);
    return [{ part, ball, pupil, radius }];
  });
  return {
    update(time, direction, closed) {
      const lid = Math.max(blink(time), closed);
      for (const { part, ball, pupil, radius } of eyes) {
        const angle = direction - part.rotation;
        pupil.position.set(Math.cos(angle) * radius * PUPIL.away, Math.sin(angle) * radius * PUPIL.away);
        ball.scale.set(1, 1 - 0.88 * lid);
      }
    },
  };
}
