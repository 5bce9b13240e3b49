import { corners } from '../../../creature/corners.ts';
import type { Recording } from '../../../sim/recording.ts';
import { heightAt } from '../../../sim/terrain.ts';
import { extent } from '../../../view/outline.ts';
import { mix, paper } from '../../../view/palette.ts';

/** Pixels; twice what it is shown at. */
const WIDTH = 192;
const HEIGHT = 144;
/** Of the picture's height what is below the ground, and how much of it a standing creature fills. */
const EARTH = 0.18;
const FILLS = 0.58;

/** The frame in which it takes its longest stride, of those in the middle half of its life. */
export function midStride({ plan, poses, frameCount }: Recording): number {
  const feet = plan.parts.flatMap(({ role }, part) => (role === 'foot' ? [part] : []));
  const size = 3 * plan.parts.length;
  let [best, longest] = [Math.floor(frameCount / 2), -1];
  for (let frame = Math.floor(frameCount / 4); frame <= (3 * frameCount) / 4 && frame < frameCount; frame++) {
    const places = feet.map((part) => poses[frame * size + 3 * part] as number);
    const stride = places.length > 1 ? Math.max(...places) - Math.min(...places) : 0;
    if (stride > longest) [best, longest] = [frame, stride];
  }
  return best;
}

const css = (colour: number) => `#${colour.toString(16).padStart(6, '0')}`;

function draw(context: CanvasRenderingContext2D, recording: Recording): void {
  const { plan, poses, terrain } = recording;
  const { height } = extent(plan.parts);
  const at = 3 * plan.parts.length * midStride(recording);
  const scale = (FILLS * HEIGHT) / height;
  const middle = poses[at] as number;
  const ground = heightAt(terrain, middle);
  context.setTransform(scale, 0, 0, -scale, WIDTH / 2 - middle * scale, (1 - EARTH) * HEIGHT + ground * scale);
  const half = WIDTH / 2 / scale;
  context.beginPath();
  context.moveTo(middle - half, ground - height);
  for (let x = middle - half; x <= middle + half; x += half / 60) context.lineTo(x, heightAt(terrain, x));
  context.lineTo(middle + half, ground - height);
  context.fillStyle = css(paper.earth);
  context.fill();
  const order = plan.parts.map((part, i) => ({ part, i })).sort((a, b) => a.part.layer - b.part.layer);
  for (const { part, i } of order) {
    const [x, y, angle] = [0, 1, 2].map((k) => poses[at + 3 * i + k] as number) as [number, number, number];
    context.save();
    context.translate(x, y);
    context.rotate(angle);
    context.beginPath();
    if (part.shape.kind === 'circle') context.arc(0, 0, part.shape.radius, 0, 7);
    else for (const [cornerX, cornerY] of corners(part.shape)) context.lineTo(cornerX, cornerY);
    context.closePath();
    const colour = part.layer < 0 ? mix(paper.creature, paper.dark, 0.42) : paper.creature;
    context.fillStyle = context.strokeStyle = css(
      part.role === 'torso' ? paper.creature : mix(colour, paper.dark, 0.1),
    );
    context.lineJoin = 'round';
    context.lineWidth = 0.02 * height;
    context.fill();
    context.stroke();
    context.restore();
  }
}

/** A side view in mid-stride as the address of a small picture; empty where nothing is recorded or nothing can be drawn. */
export function thumbnailOf(recording: Recording | undefined): string {
  if (recording === undefined || typeof document === 'undefined') return '';
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [WIDTH, HEIGHT];
  const context = canvas.getContext('2d');
  if (context === null) return '';
  draw(context, recording);
  return canvas.toDataURL('image/webp', 0.85);
}
