import { type Colours, resizeCanvas } from '../../net/colours.ts';
import { differenceOf, type WeightMatrix } from './changes.ts';

/** Position of the cells on the canvas, pixels. */
export interface Grid {
  left: number;
  top: number;
  cellWidth: number;
  cellHeight: number;
}

/** Index of the cell at a point; undefined outside the matrix. */
export function cellAt({ columns, rows }: WeightMatrix, grid: Grid, px: number, py: number): number | undefined {
  const column = Math.floor((px - grid.left) / grid.cellWidth);
  const row = Math.floor((py - grid.top) / grid.cellHeight);
  if (column < 0 || row < 0 || column >= columns.length || row >= rows.length) return undefined;
  return row * columns.length + column;
}

/** Index of the cell that an arrow key leads to, clamped to the matrix. */
export function cellBeside({ columns, rows }: WeightMatrix, cell: number, key: string): number {
  const [row, column] = [Math.floor(cell / columns.length), cell % columns.length];
  const clamped = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));
  const down = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
  const right = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
  return clamped(row + down, rows.length) * columns.length + clamped(column + right, columns.length);
}

const setFont = (pen: CanvasRenderingContext2D, size: number) => {
  pen.font = `${size}px ${getComputedStyle(pen.canvas).fontFamily || 'sans-serif'}`;
  pen.textBaseline = 'middle';
};

/** Size of the names, and maximum size of a cell, pixels. */
const NAME_SIZE = 11;
const MAX_CELL = { width: 66, height: 16 };

export interface MatrixLook {
  rowNames: readonly string[];
  columnNames: readonly string[];
  width: number;
  /** The largest difference in any matrix: full colour. */
  most: number;
  colours: Colours;
  cursor: number | undefined;
}

/** Draws a matrix: hue by the sign of the change, opacity by its size. Returns the position of the cells. */
export function drawMatrix(canvas: HTMLCanvasElement, matrix: WeightMatrix, look: MatrixLook): Grid {
  const { columns, rows, cells } = matrix;
  const { rowNames, columnNames, width, most, colours, cursor } = look;
  const measuring = canvas.getContext('2d') as CanvasRenderingContext2D;
  setFont(measuring, NAME_SIZE);
  const widest = (names: readonly string[]) =>
    names.reduce((max, name) => Math.max(max, measuring.measureText(name).width), 0);
  const left = Math.ceil(Math.min(0.36 * width, widest(rowNames) + 8));
  const cellWidth = Math.min(MAX_CELL.width, (width - left - 1) / columns.length);
  const isUpright = widest(columnNames) > cellWidth - 3;
  const top = Math.ceil((isUpright ? widest(columnNames) : NAME_SIZE) + 7);
  const cellHeight = Math.max(NAME_SIZE + 1, Math.min(MAX_CELL.height, 330 / rows.length));
  const grid = { left, top, cellWidth, cellHeight };
  const pen = resizeCanvas(canvas, width, top + cellHeight * rows.length + 1) as CanvasRenderingContext2D;
  const gap = cellWidth > 6 ? 1 : 0;

  for (const [place, cell] of cells.entries()) {
    if (cell === undefined) continue;
    const x = left + (place % columns.length) * cellWidth;
    const y = top + Math.floor(place / columns.length) * cellHeight;
    const difference = differenceOf(cell);
    pen.globalAlpha = 0.08;
    pen.fillStyle = colours.ink;
    pen.fillRect(x, y, cellWidth - gap, cellHeight - 1);
    // The square root keeps small changes visible beside large ones.
    pen.globalAlpha = Math.sqrt(Math.abs(difference) / (most || 1));
    pen.fillStyle = difference < 0 ? colours.holds : colours.pushes;
    pen.fillRect(x, y, cellWidth - gap, cellHeight - 1);
  }
  pen.globalAlpha = 1;
  setFont(pen, NAME_SIZE);
  pen.fillStyle = colours.muted;
  pen.textAlign = 'right';
  for (const [r, name] of rowNames.entries()) pen.fillText(name, left - 6, top + (r + 0.5) * cellHeight);
  const every = Math.ceil((NAME_SIZE + 1) / cellWidth);
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
