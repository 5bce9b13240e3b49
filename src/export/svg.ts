import { degrees } from '../math/degrees.ts';
import type { Frame } from '../view/camera.ts';
import { FONT } from '../view/ruler-marks.ts';
import { hex } from './hex.ts';
import type { Mark } from './mark.ts';

/** A number as text, rounded to a tenth. */
const short = (value: number) => String(Math.round(value * 10) / 10);

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const turnOf = (x: number, y: number, turn: number) =>
  turn === 0 ? '' : ` transform="rotate(${short(degrees(turn))} ${short(x)} ${short(y)})"`;

function styleOf({ fill, stroke, width, alpha = 1 }: Mark): string {
  const filled = fill === undefined ? 'fill="none"' : `fill="${hex(fill)}"`;
  const drawn = stroke === undefined ? '' : ` stroke="${hex(stroke)}" stroke-width="${short(width ?? 1)}"`;
  return `${filled}${drawn}${alpha === 1 ? '' : ` opacity="${Math.round(alpha * 100) / 100}"`}`;
}

function elementOf(mark: Mark): string {
  const style = styleOf(mark);
  if (mark.kind === 'line') {
    const pairs = mark.points.map((each, i) => `${i % 2 === 1 ? ',' : i === 0 ? '' : ' '}${short(each)}`).join('');
    return `<${mark.isClosed ? 'polygon' : 'polyline'} points="${pairs}" ${style}/>`;
  }
  const { x, y } = mark;
  if (mark.kind === 'ellipse') {
    const { rx, ry, turn = 0 } = mark;
    return `<ellipse cx="${short(x)}" cy="${short(y)}" rx="${short(rx)}" ry="${short(ry)}"${turnOf(x, y, turn)} ${style}/>`;
  }
  const font = `font-size="${short(mark.size)}"${mark.isBold ? ' font-weight="600"' : ''}`;
  const align = mark.isCentred ? ' text-anchor="middle"' : '';
  return `<text x="${short(x)}" y="${short(y)}" ${font}${align} ${style}>${escaped(mark.text)}</text>`;
}

/** Marks as a standalone SVG document. */
export function svgOf(marks: readonly Mark[], { width, height }: Frame, title: string): string {
  const [w, h] = [short(width), short(height)];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<g font-family="${escaped(FONT)}" stroke-linejoin="round" stroke-linecap="round">`,
    ...marks.map(elementOf),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}
