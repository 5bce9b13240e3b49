import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { signedDistance } from '../../creature/anatomy.ts';
import type { Point } from '../../creature/body-plan.ts';
import { actuatorNames } from '../../creature/muscle.ts';
import { withReference } from '../../sim/reference.ts';
import { muscleLines } from '../../view/muscle-shapes.ts';
import { CreatureParts, placed, redrawMuscle, stagePalette } from '../widgets/body-picture.tsx';
import { sentenceOf } from '../widgets/error-sentence.ts';
import { type AliveWorld, createAliveWorld, type Drive } from './alive-world.ts';
import type { Size, View } from './camera.ts';
import { worldTransform } from './canvas.tsx';
import { listenToPointers } from './canvas-pointers.ts';
import type { Editor } from './editor.ts';
import { Scenery } from './scene.tsx';
import { words } from './words.ts';

export interface AliveCanvasProps {
  editor: Editor;
  view: Signal<View>;
  size: Signal<Size>;
  drive: Signal<Drive>;
  /** Which of all random brains. */
  seed: Signal<number>;
  /** How often it was dropped. */
  drops: Signal<number>;
}

const STEP = 1 / 60;
/** Most steps in one frame: a slow computer shows slow motion. */
const MAX_STEPS = 4;

/** The uppermost part at a point, by index; -1 for none. */
function partUnder({ plan, physics }: AliveWorld, [x, y]: Point, slack: number): number {
  let best = -1;
  plan.parts.forEach((part, i) => {
    const angle = physics.angle(i);
    const [dx, dy] = [x - physics.x(i), y - physics.y(i)];
    const local: Point = [Math.cos(angle) * dx + Math.sin(angle) * dy, Math.cos(angle) * dy - Math.sin(angle) * dx];
    const isHit = signedDistance(part, local) <= slack;
    if (isHit && (best < 0 || part.layer > plan.parts[best]!.layer)) best = i;
  });
  return best;
}

/** The drawing in the physics: it falls, is dragged, and moves. */
export function AliveCanvas({ editor, view, size, drive, seed, drops }: AliveCanvasProps) {
  const element = useRef<SVGSVGElement>(null);
  const groups = useRef(new Map<number, SVGGElement>());
  const muscles = useRef(new Map<number, SVGPolygonElement>());
  const world = useSignal<AliveWorld | undefined>(undefined);

  useEffect(() => {
    let isGone = false;
    withReference(() => createAliveWorld(editor.drawing.peek(), seed.value)).then(
      (created) => {
        if (isGone) created.physics.release();
        else world.value = created;
      },
      (error) => {
        editor.said.value = sentenceOf(error);
      },
    );
    return () => {
      isGone = true;
      world.peek()?.physics.release();
      world.value = undefined;
    };
  }, [editor, seed.value, drops.value, world, seed]);

  useEffect(() => {
    const now = world.value;
    if (now === undefined) return;
    let [frame, last, due, moving] = [0, performance.now(), 0, -2];
    const { physics, plan } = now;
    const draw = (time: number) => {
      // Its memory may belong to another world by now.
      if (world.peek() !== now) return;
      frame = requestAnimationFrame(draw);
      due = Math.min(due + (time - last) / 1000, MAX_STEPS * STEP);
      last = time;
      now.drive = drive.value;
      for (; due >= STEP; due -= STEP) now.step();
      for (const [i, group] of groups.current)
        group.setAttribute('transform', placed(physics.x(i), physics.y(i), physics.angle(i)));
      if (muscles.current.size > 0) {
        const pose = Float64Array.from(plan.parts.flatMap((_, i) => [physics.x(i), physics.y(i), physics.angle(i)]));
        const effortOf = (m: number) => Math.abs(physics.effort(plan.joints.length + m));
        const lines = muscleLines(plan, pose, effortOf);
        for (const [m, muscle] of muscles.current) redrawMuscle(muscle, lines[m]!, effortOf(m));
      }
      if (now.moving !== moving) {
        moving = now.moving;
        if (moving >= 0) editor.said.value = words.wiggling(actuatorNames(plan)[moving]!);
      }
      // Follows it where it walks.
      const [x, edge] = [physics.x(0), (0.3 * size.value.width) / view.value.scale];
      const off = x - view.value.x;
      if (Math.abs(off) > edge && Number.isFinite(x)) view.value = { ...view.value, x: x - Math.sign(off) * edge };
    };
    frame = requestAnimationFrame(draw);
    return () => cancelAnimationFrame(frame);
  }, [editor, world.value, drive, size, view]);

  useEffect(() => {
    const svg = element.current;
    if (svg === null) return;
    const letGo = () => {
      world.value?.letGo();
    };
    return listenToPointers(svg, {
      view,
      size,
      press(at, _adds, reach) {
        const part = world.value ? partUnder(world.value, at, reach / view.value.scale) : -1;
        if (part >= 0) world.value?.take(part, at);
      },
      drag: (to) => world.value?.pull(to),
      release: letGo,
      cancel: letGo,
      pansAt: (at) => world.value !== undefined && partUnder(world.value, at, 12 / view.value.scale) < 0,
    });
  }, [world, view, size]);

  const palette = stagePalette();
  const plan = world.value?.plan ?? editor.drawing.value;
  return (
    <svg ref={element} class="canvas is-alive" role="img" aria-label={words.aliveAbout} data-alive={drive.value}>
      <g transform={worldTransform(view.value, size.value)}>
        <Scenery view={view.value} size={size.value} palette={palette} hasGrid={false} />
        <CreatureParts
          plan={plan}
          palette={palette}
          onPart={(i, group) => {
            if (group) groups.current.set(i, group);
            else groups.current.delete(i);
          }}
          onMuscle={(m, muscle) => {
            if (muscle) muscles.current.set(m, muscle);
            else muscles.current.delete(m);
          }}
        />
      </g>
    </svg>
  );
}
