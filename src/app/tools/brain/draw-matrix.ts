import { type Colours, sized } from '../../net/colours.ts';
import { differenceOf, type Matrix } from './changes.ts';

/** Where the squares of a matrix lie, pixels. */
export interface Grid {
  left: number;
  top: number;
  cellWidth: number;
  cellHeight: number;
}

/** The square at a point, by its place in the matrix; undefined beside them. */
export function cellAt({ columns, rows }: Matrix, grid: Grid, px: number, py: number): number | undefined {
  const column = Math.floor((px - grid.left) / grid.cellWidth);
  const row = Math.floor((py - grid.top) / grid.cellHeight);
  if (column < 0 || row < 0 || column >= columns.length || row >= rows.length) return undefined;
  return row * columns.length + column;
}

/** The square that an arrow key leads to. */
export function cellBeside({ columns, rows }: Matrix, cell: number, key: string): number {
  const [row, column] = [Math.floor(cell / columns.length), cell % columns.length];
  const clamped = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));
  const down = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
  const right = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
  return clamped(row + down, rows.length) * columns.length + clamped(column + right, columns.length);
}

const letters = (pen: CanvasRenderingContext2D, size: number) => {
  pen.font = `${size}px ${getComputedStyle(pen.canvas).fontFamily || 'sans-serif'}`;
  pen.textBaseline = 'middle';
};

/** Least height of a row that has its name beside it, and most of a square to either side, pixels. */
const NAMED = 11;
const LARGEST = { width: 66, height: 16 };

export interface MatrixLook {
  rowNames: readonly string[];
  columnNames: readonly string[];
  width: number;
  /** The largest difference there is: full colour. */
  most: number;
  colours: Colours;
  cursor: number | undefined;
}

/** Draws a matrix: hue by which way a knob was turned, strength by how far. Says where its squares are. */
export function drawMatrix(canvas: HTMLCanvasElement, matrix: Matrix, look: MatrixLook): Grid {
  const { columns, rows, cells } = matrix;
  const { rowNames, columnNames, width, most, colours, cursor } = look;
  const measuring = canvas.getContext('2d') as CanvasRenderingContext2D;
  letters(measuring, NAMED);
  const widest = (names: readonly string[]) =>
    names.reduce((max, name) => Math.max(max, measuring.measureText(name).width), 0);
  const left = Math.ceil(Math.min(0.36 * width, widest(rowNames) + 8));
  const cellWidth = Math.min(LARGEST.width, (width - left - 1) / columns.length);
  const isUpright = widest(columnNames) > cellWidth - 3;
  const top = Math.ceil((isUpright ? widest(columnNames) : NAMED) + 7);
  const cellHeight = Math.max(NAMED + 1, Math.min(LARGEST.height, 330 / rows.length));
  const grid = { left, top, cellWidth, cellHeight };
  const pen = sized(canvas, width, top + cellHeight * rows.length + 1) as CanvasRenderingContext2D;
  const gap = cellWidth > 6 ? 1 : 0;

  for (const [place, cell] of cells.entries()) {
    if (cell === undefined) continue;
    const x = left + (place % columns.length) * cellWidth;
    const y = top + Math.floor(place / columns.length) * cellHeight;
    const difference = differenceOf(cell);
    pen.globalAlpha = 0.08;
    pen.fillStyle = colours.ink;
    pen.fillRect(x, y, cellWidth - gap, cellHeight - 1);
    // By the root: small changes are to be seen beside large ones.
    pen.globalAlpha = Math.sqrt(Math.abs(difference) / (most || 1));
    pen.fillStyle = difference < 0 ? colours.holds : colours.pushes;
    pen.fillRect(x, y, cellWidth - gap, cellHeight - 1);
  }
  pen.globalAlpha = 1;
  letters(pen, NAMED);
  pen.fillStyle = colours.muted;
  pen.textAlign = 'right';
  for (const [r, name] of rowNames.entries()) pen.fillText(name, left - 6, top + (r + 0.5) * cellHeight);
  const every = Math.ceil((NAMED + 1) / cellWidth);
  for (const [c, name] of columnNames.entries()) {
    if (c % every !== 0) continue;
    pen.save();
    pen.translate(left + (c + 0.5) * cellWidth, top - 5);
    if (isUpright) pen.rotate(-Math.PI / 2);
    pen.textAlign = isUpright ? 'left' : 'center';
    pen.fillText(name, 0, isUpright ? 0 : -3);
    pen.restore();
  }
  if (cursor !== undefined) {
    pen.lineWidth = 2;
    pen.strokeStyle = colours.ink;
    const [x, y] = [
      left + (cursor % columns.length) * cellWidth,
      top + Math.floor(cursor / columns.length) * cellHeight,
    ];
    pen.strokeRect(x, y, cellWidth - gap, cellHeight - 1);
  }
  return grid;
}
