import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { prefersDark } from '../../browser/preferences.ts';
import { coloursOf } from '../../net/colours.ts';
import type { NetActivity } from '../../net/net-activity.ts';
import type { WeightChange, WeightMatrix } from './changes.ts';
import { cellAt, cellBeside, drawMatrix, type Grid } from './draw-matrix.ts';

export interface MatrixViewProps {
  title: string;
  matrix: WeightMatrix;
  activity: NetActivity;
  most: number;
  /** A cell is pointed at; undefined for none. */
  onPoint(change: WeightChange | undefined): void;
}

/** The changes of one layer as a matrix; the pointer or arrow keys select a cell. */
export function MatrixView({ title, matrix, activity, most, onPoint }: MatrixViewProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const grid = useRef<Grid | undefined>(undefined);
  const cursor = useSignal<number | undefined>(undefined);
  const isDark = prefersDark.value;
  const at = cursor.value;

  useEffect(() => {
    const element = canvas.current;
    const width = element?.parentElement?.clientWidth ?? 0;
    if (!element || width === 0) return;
    const { names, wiring } = activity;
    grid.current = drawMatrix(element, matrix, {
      rowNames: matrix.rows.map((row) => (typeof row === 'number' ? (names[row] ?? '') : row)),
      columnNames: matrix.columns.map((column) => {
        const { kind, index } = wiring.nodes[column]!;
        if (kind === 'hidden') return String(index + 1);
        // A wave is named by its joint: the heading says that these are waves.
        const named =
          kind === 'wave' ? wiring.nodes.findIndex((node) => node.kind === 'output' && node.index === index) : column;
        return names[named] ?? '';
      }),
      width,
      most,
      colours: coloursOf(element),
      cursor: at,
    });
  }, [matrix, activity, most, at, isDark]);

  const point = (cell: number | undefined) => {
    cursor.value = cell;
    onPoint(cell === undefined ? undefined : matrix.cells[cell]);
  };
  return (
    <section class="matrix" data-cells={matrix.cells.filter((cell) => cell !== undefined).length}>
      <h3>{title}</h3>
      <canvas
        ref={canvas}
        tabIndex={0}
        aria-label={title}
        aria-describedby="changes-readout"
        onPointerMove={({ offsetX, offsetY }) => point(grid.current && cellAt(matrix, grid.current, offsetX, offsetY))}
        onPointerLeave={() => point(undefined)}
        onBlur={() => point(undefined)}
        onKeyDown={(event) => {
          if (!/^Arrow/.test(event.key)) return;
          event.preventDefault();
          event.stopPropagation();
          point(at === undefined ? 0 : cellBeside(matrix, at, event.key));
        }}
      />
    </section>
  );
}
