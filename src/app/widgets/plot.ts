import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';

/** One line of a plot: its colour as the name of a CSS variable, its width in CSS pixels. */
export interface PlotLine {
  /** Undefined for a line that only bounds the band. */
  colour?: `--${string}` | undefined;
  width?: number;
  /** Lengths of strokes and gaps, so that lines can be distinguished without colours. */
  dash?: number[] | undefined;
}

/** How a plot looks. */
export interface Look {
  lines: readonly PlotLine[];
  /** Indices of the upper and the lower line between which the plot is shaded. */
  band?: readonly [number, number] | undefined;
  isLog?: boolean | undefined;
  /** The ends of the vertical scale for values from `low` to `high`. */
  range?(low: number, high: number): [number, number];
  /** The label of a value on the vertical axis. */
  tick(value: number): string;
  /** Width of the vertical axis, CSS pixels. */
  axisWidth?: number;
  /** Plots with the same name share their cursor. */
  cursor?: string;
  /** Called with the index of the point under the cursor; undefined when there is none. */
  onHover?(place: number | undefined): void;
}

/** Generations to mark. */
export interface Marks {
  /** The one on the stage. */
  watched?: number | undefined;
  /** Where settings were changed. */
  changes?: readonly number[];
  /** Where the record was broken. */
  records?: readonly number[];
}

export interface Plot {
  /** Draws the values of each line over generations; a value that is not finite leaves a gap. */
  draw(generations: readonly number[], lines: readonly (readonly number[])[], marks: Marks): void;
  destroy(): void;
}

/** A copy of a column, since uPlot keeps its arrays; null is a gap. */
const withGaps = (column: readonly number[], isLog = false) =>
  column.map((value) => (Number.isFinite(value) && !(isLog && value <= 0) ? value : null));

/** Lines over generations, in the page's colours. A click picks the nearest generation. */
export function createPlot(host: HTMLElement, look: Look, pick: (generation: number) => void): Plot {
  const { lines, band, isLog, range, tick, axisWidth = 36, cursor, onHover } = look;
  const style = getComputedStyle(host);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const axis = {
    stroke: colour('--muted'),
    font: `11px ${style.fontFamily}`,
    grid: { show: false },
    ticks: { show: false },
    gap: 4,
  };
  const size = () => ({ width: Math.max(60, host.clientWidth), height: Math.max(50, host.clientHeight) });
  let marks: Marks = {};

  function strokes({ ctx, bbox, valToPos }: uPlot): void {
    const at = (generation: number, name: string, top: number, width: number) => {
      const x = valToPos(generation, 'x', true);
      if (x < bbox.left || x > bbox.left + bbox.width) return;
      ctx.fillStyle = colour(name);
      ctx.fillRect(
        x - (width * devicePixelRatio) / 2,
        bbox.top + top * bbox.height,
        width * devicePixelRatio,
        bbox.height,
      );
    };
    ctx.save();
    ctx.beginPath();
    ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
    ctx.clip();
    for (const each of marks.records ?? []) at(each, '--accent', 0.92, 1);
    for (const each of marks.changes ?? []) at(each, '--edge', 0, 1.5);
    if (marks.watched !== undefined) at(marks.watched, '--ink', 0, 1);
    ctx.restore();
  }

  const plot = new uPlot(
    {
      ...size(),
      legend: { show: false },
      cursor: {
        y: false,
        drag: { x: false, y: false },
        points: { show: false },
        ...(cursor === undefined ? {} : { sync: { key: cursor } }),
      },
      hooks: { draw: [strokes], setCursor: onHover ? [({ cursor: { idx } }) => onHover(idx ?? undefined)] : [] },
      padding: [6, 14, 0, 0],
      scales: {
        x: { time: false },
        y: { ...(isLog ? { distr: 3 as const } : {}), ...(range ? { range: (_, low, high) => range(low, high) } : {}) },
      },
      axes: [
        { ...axis, size: 20, space: 70, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000] },
        {
          ...axis,
          size: axisWidth,
          space: 24,
          values: (_, ticks) => ticks.map((each) => (each === null ? '' : tick(each))),
        },
      ],
      series: [
        {},
        ...lines.map(({ colour: name, width = 1.5, dash }) => ({
          ...(name === undefined ? { width: 0 } : { stroke: colour(name), width }),
          ...(dash === undefined ? {} : { dash }),
          points: { show: false },
        })),
      ],
      // Series 0 is the x axis. Colours have six digits; two more are the opacity.
      ...(band ? { bands: [{ series: [band[0] + 1, band[1] + 1], fill: `${colour('--muted')}33` }] } : {}),
    },
    [[], ...lines.map(() => [])],
    host,
  );
  plot.over.addEventListener('click', ({ offsetX }) => {
    // The point under the cursor, which is the one that onHover reports.
    const generation = plot.data[0][plot.cursor.idx ?? -1];
    pick(generation ?? Math.round(plot.posToVal(offsetX, 'x')));
  });
  return {
    draw(generations, values, marked) {
      marks = marked;
      const { width, height } = size();
      if (width !== plot.width || height !== plot.height) plot.setSize({ width, height });
      plot.setData([[...generations], ...values.map((column) => withGaps(column, isLog))]);
    },
    destroy: () => plot.destroy(),
  };
}
