import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { SweepCurve } from '../../../run/sweep/curve.ts';

export interface CurvePlot {
  /** The curves of all cells, and which one is in front with its band. */
  draw(grid: readonly number[], curves: readonly SweepCurve[], front: number): void;
  destroy(): void;
}

/** Learning curves in the page's colours: one with its band in front, the others pale. */
export function createCurvePlot(host: HTMLElement, cellCount: number): CurvePlot {
  const style = getComputedStyle(host);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const [accent, muted, edge] = ['--accent', '--muted', '--edge'].map(colour);
  const axis = {
    stroke: muted ?? '',
    font: `11px ${style.fontFamily}`,
    grid: { show: false },
    ticks: { show: false },
    gap: 4,
  };
  const size = () => ({ width: Math.max(60, host.clientWidth), height: Math.max(50, host.clientHeight) });
  const unseen: uPlot.Series = { stroke: 'transparent', points: { show: false } };
  const others = Array.from({ length: cellCount }, () => ({ stroke: edge ?? '', width: 1, points: { show: false } }));
  const plot = new uPlot(
    {
      ...size(),
      legend: { show: false },
      cursor: { show: false },
      padding: [6, 14, 0, 0],
      scales: { x: { time: false }, y: { range: (_, low, high) => [Math.min(0, low), Math.max(1, high)] } },
      axes: [
        {
          ...axis,
          size: 20,
          space: 60,
          values: (_, ticks) => ticks.map((tick) => (tick === 0 ? '0' : `${tick / 1000}k`)),
        },
        { ...axis, size: 40, space: 24, values: (_, ticks) => ticks.map((tick) => `${tick} m`) },
      ],
      bands: [{ series: [cellCount + 2, cellCount + 1], fill: `${accent}38` }],
      series: [{}, ...others, unseen, unseen, { stroke: accent ?? '', width: 2.4, points: { show: false } }],
    },
    [[], ...Array.from({ length: cellCount + 3 }, () => [])],
    host,
  );
  return {
    draw(grid, curves, front) {
      const { width, height } = size();
      if (width !== plot.width || height !== plot.height) plot.setSize({ width, height });
      const first = curves[front];
      const ahead = first ? [first.low, first.high, first.median] : [[], [], []];
      plot.setData([[...grid], ...curves.map(({ median }) => median), ...ahead]);
    },
    destroy: () => plot.destroy(),
  };
}
