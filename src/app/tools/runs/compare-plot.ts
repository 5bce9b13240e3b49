import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { count } from '../../amounts.ts';

/** How one run is drawn. */
export interface ComparedLine {
  colour: string;
  dash: readonly number[];
  label: string;
}

export interface ComparePlot {
  /** A table a run: across, best, and mean if there are means. */
  draw(tables: number[][][]): void;
  destroy(): void;
}

const short = (value: number) => (value >= 1e6 ? `${value / 1e6} M` : value >= 1e4 ? `${value / 1e3} k` : count(value));

/** Lines of several runs over the same axis; means are thinner and paler. */
export function createComparePlot(
  host: HTMLElement,
  lines: readonly ComparedLine[],
  { withMeans, unit }: { withMeans: boolean; unit: string },
): ComparePlot {
  const style = getComputedStyle(host);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const axis = {
    stroke: colour('--muted'),
    font: `11px ${style.fontFamily}`,
    grid: { stroke: colour('--line'), width: 1 },
    ticks: { show: false },
    gap: 4,
  };
  const size = () => ({ width: Math.max(60, host.clientWidth), height: Math.max(50, host.clientHeight) });
  const series = lines.flatMap(({ colour: stroke, dash, label }): uPlot.Series[] => {
    const plain = { stroke, label, spanGaps: true, points: { show: false } };
    const best = { ...plain, width: 2.2, dash: [...dash] };
    return withMeans ? [best, { ...plain, width: 1.2, alpha: 0.55, dash: [...dash] }] : [best];
  });
  const plot = new uPlot(
    {
      ...size(),
      legend: { show: false },
      cursor: { show: false },
      padding: [8, 12, 0, 0],
      scales: { x: { time: false }, y: { range: (_, low, high) => [Math.min(0, low), Math.max(1, high)] } },
      axes: [
        { ...axis, size: 22, space: 60, values: (_, ticks) => ticks.map(short) },
        { ...axis, size: 44, space: 26, values: (_, ticks) => ticks.map((tick) => `${tick} ${unit}`.trim()) },
      ],
      series: [{}, ...series],
    },
    [[], ...series.map(() => [])],
    host,
  );
  return {
    draw(tables) {
      const { width, height } = size();
      if (width !== plot.width || height !== plot.height) plot.setSize({ width, height });
      plot.setData(uPlot.join(tables as uPlot.AlignedData[]));
    },
    destroy: () => plot.destroy(),
  };
}
