import { FONT } from '../view/ruler-marks.ts';
import { hex } from './hex.ts';
import type { Mark } from './mark.ts';

/** The members of CanvasRenderingContext2D that `paint` uses; browsers and Node's canvas libraries provide them. */
export interface DrawingContext {
  fillStyle: unknown;
  strokeStyle: unknown;
  lineWidth: number;
  lineCap: string;
  lineJoin: string;
  globalAlpha: number;
  font: string;
  textAlign: string;
  textBaseline: string;
  beginPath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  closePath(): void;
  ellipse(x: number, y: number, rx: number, ry: number, turn: number, from: number, to: number): void;
  fill(): void;
  stroke(): void;
  fillText(text: string, x: number, y: number): void;
}

function drawPath(context: DrawingContext, points: readonly number[], isClosed: boolean): void {
  context.beginPath();
  for (let i = 0; i < points.length; i += 2) {
    const [x, y] = [points[i]!, points[i + 1]!];
    if (i === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  }
  if (isClosed) context.closePath();
}

/** Paints marks on a canvas in order; later marks cover earlier ones. */
export function paint(context: DrawingContext, marks: readonly Mark[]): void {
  context.lineCap = 'round';
  context.lineJoin = 'round';
  for (const mark of marks) {
    context.globalAlpha = mark.alpha ?? 1;
    if (mark.fill !== undefined) context.fillStyle = hex(mark.fill);
    if (mark.kind === 'words') {
      context.font = `${mark.isBold ? 600 : 400} ${mark.size}px ${FONT}`;
      context.textAlign = mark.isCentred ? 'center' : 'left';
      context.textBaseline = 'alphabetic';
      context.fillText(mark.text, mark.x, mark.y);
      continue;
    }
    if (mark.kind === 'line') drawPath(context, mark.points, mark.isClosed);
    else {
      context.beginPath();
      context.ellipse(mark.x, mark.y, mark.rx, mark.ry, mark.turn ?? 0, 0, 2 * Math.PI);
    }
    if (mark.fill !== undefined) context.fill();
    if (mark.stroke === undefined) continue;
    context.strokeStyle = hex(mark.stroke);
    context.lineWidth = mark.width ?? 1;
    context.stroke();
  }
  context.globalAlpha = 1;
}
