import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { History } from '../run/history.ts';

export interface Plot {
  /** What there is by now, and a line at the generation being watched. */
  draw(watched: number | undefined, unit: 'm' | 'points'): void;
  destroy(): void;
}

/** Lines over generations, in the page's colours. A click picks the generation it is nearest to. */
export function createPlot(host: HTMLElement, history: History, pick: (generation: number) => void): Plot {
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
  let at: number | undefined;
  let suffix = '';
  function line({ ctx, bbox, valToPos }: uPlot): void {
    if (at === undefined) return;
    const x = valToPos(at, 'x', true);
    ctx.fillStyle = colour('--ink');
    ctx.fillRect(x - devicePixelRatio / 2, bbox.top, devicePixelRatio, bbox.height);
  }
  const plot = new uPlot(
    {
      ...size(),
      legend: { show: false },
      cursor: { y: false, drag: { x: false, y: false }, points: { show: false } },
      hooks: { draw: [line] },
      padding: [6, 14, 0, 0],
      scales: { x: { time: false }, y: { range: (_, low, high) => [Math.min(0, low), Math.max(1, high)] } },
      axes: [
        { ...axis, size: 20, space: 70, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000] },
        { ...axis, size: 36, space: 24, values: (_, ticks) => ticks.map((tick) => `${tick}${suffix}`) },
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
  plot.over.addEventListener('click', ({ offsetX }) => pick(Math.round(plot.posToVal(offsetX, 'x'))));
  return {
    draw(watched, unit) {
      at = watched;
      suffix = unit === 'm' ? ' m' : '';
      const { width, height } = size();
      if (width !== plot.width || height !== plot.height) plot.setSize({ width, height });
      // uPlot keeps what it is given: copies, since the columns go on growing.
      plot.setData([[...history.generation], [...history.mean], [...history.best]]);
    },
    destroy: () => plot.destroy(),
  };
}
