import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { WiringNode } from '../../../creature/wiring.ts';
import { prefersDark } from '../../browser/preferences.ts';
import { coloursOf } from '../../net/colours.ts';
import type { NetActivity } from '../../net/net-activity.ts';
import type { Change, Matrix } from './changes.ts';
import { cellAt, cellBeside, drawMatrix, type Grid } from './draw-matrix.ts';

export interface MatrixViewProps {
  title: string;
  matrix: Matrix;
  mind: NetActivity;
  most: number;
  /** A square is pointed at, or none. */
  onPoint(change: Change | undefined): void;
}

/** One layer's changes as a picture; a pointer or arrow keys ask for one of them. */
export function MatrixView({ title, matrix, mind, most, onPoint }: MatrixViewProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const grid = useRef<Grid | undefined>(undefined);
  const cursor = useSignal<number | undefined>(undefined);
  const isDark = prefersDark.value;
  const at = cursor.value;

  useEffect(() => {
    const element = canvas.current;
    const width = element?.parentElement?.clientWidth ?? 0;
    if (!element || width === 0) return;
    const { names, wiring } = mind;
    grid.current = drawMatrix(element, matrix, {
      rowNames: matrix.rows.map((row) => (typeof row === 'number' ? (names[row] ?? '') : row)),
      columnNames: matrix.columns.map((column) => {
        const { kind, index } = wiring.nodes[column] as WiringNode;
        if (kind === 'hidden') return String(index + 1);
        // A wave goes by its joint here: the heading says that they are waves.
        const named =
          kind === 'wave' ? wiring.nodes.findIndex((node) => node.kind === 'output' && node.index === index) : column;
        return names[named] ?? '';
      }),
      width,
      most,
      colours: coloursOf(element),
      cursor: at,
    });
  }, [matrix, mind, most, at, isDark]);

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
