import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { History } from './history.ts';

/** Lines over generations, in the page's colours. */
export function createPlot(host: HTMLElement, history: History): { draw(): void; destroy(): void } {
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
  const plot = new uPlot(
    {
      ...size(),
      legend: { show: false },
      cursor: { show: false },
      padding: [6, 14, 0, 0],
      scales: { x: { time: false }, y: { range: (_, low, high) => [Math.min(0, low), Math.max(1, high)] } },
      axes: [
        { ...axis, size: 20, space: 70, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000] },
        { ...axis, size: 36, space: 24, values: (_, ticks) => ticks.map((tick) => `${tick} m`) },
      ],
      series: [
        {},
        { stroke: colour('--muted'), width: 1.5, dash: [4, 3], points: { show: false } },
        { stroke: colour('--accent'), width: 2.2, points: { show: false } },
      ],
    },
    [[], [], []],
    host,
  );
  return {
    draw() {
      const { width, height } = size();
      if (width !== plot.width || height !== plot.height) plot.setSize({ width, height });
      // uPlot keeps what it is given: copies, since the columns go on growing.
      plot.setData([[...history.generation], [...history.mean], [...history.best]]);
    },
    destroy: () => plot.destroy(),
  };
}
