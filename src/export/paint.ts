import { FONT } from '../view/ruler-marks.ts';
import { hex } from './hex.ts';
import type { Mark } from './mark.ts';

/** As much of CanvasRenderingContext2D as it takes: a browser's canvas has it, and Node's libraries. */
export interface Painter {
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

function trace(painter: Painter, points: readonly number[], isClosed: boolean): void {
  painter.beginPath();
  for (let i = 0; i < points.length; i += 2) {
    const [x, y] = [points[i] as number, points[i + 1] as number];
    if (i === 0) painter.moveTo(x, y);
    else painter.lineTo(x, y);
  }
  if (isClosed) painter.closePath();
}

/** Paints marks on a canvas, the first lowest. */
export function paint(painter: Painter, marks: readonly Mark[]): void {
  painter.lineCap = 'round';
  painter.lineJoin = 'round';
  for (const mark of marks) {
    painter.globalAlpha = mark.alpha ?? 1;
    if (mark.fill !== undefined) painter.fillStyle = hex(mark.fill);
    if (mark.kind === 'words') {
      painter.font = `${mark.isBold ? 600 : 400} ${mark.size}px ${FONT}`;
      painter.textAlign = mark.isCentred ? 'center' : 'left';
      painter.textBaseline = 'alphabetic';
      painter.fillText(mark.text, mark.x, mark.y);
      continue;
    }
    if (mark.kind === 'line') trace(painter, mark.points, mark.isClosed);
    else {
      painter.beginPath();
      painter.ellipse(mark.x, mark.y, mark.rx, mark.ry, mark.turn ?? 0, 0, 2 * Math.PI);
    }
    if (mark.fill !== undefined) painter.fill();
    if (mark.stroke === undefined) continue;
    painter.strokeStyle = hex(mark.stroke);
    painter.lineWidth = mark.width ?? 1;
    painter.stroke();
  }
  painter.globalAlpha = 1;
}
