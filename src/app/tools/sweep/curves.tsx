import { useEffect, useRef } from 'preact/hooks';
import { curveOf, gridOf } from '../../../run/sweep/curve.ts';
import type { Outcome } from '../../../run/sweep/outcome.ts';
import { prefersDark } from '../../browser/preferences.ts';
import { type CurvePlot, createCurvePlot } from './curve-plot.ts';
import type { SweepLabels } from './labels.ts';
import { words } from './words.ts';

/** Number of points on the axis of control steps. */
const POINTS = 61;

/** The learning curves of all cells, one of them in front. */
export function Curves({
  labels,
  outcomes,
  front,
}: {
  labels: SweepLabels;
  outcomes: readonly Outcome[];
  front: number;
}) {
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<CurvePlot>(null);
  const { cells, names } = labels;
  const isDark = prefersDark.value;

  useEffect(() => {
    const element = host.current;
    if (!element) return;
    plot.current = createCurvePlot(element, cells.length);
    return () => plot.current?.destroy();
  }, [labels, isDark]);

  useEffect(() => {
    const grid = gridOf(outcomes, POINTS);
    const curves = cells.map((_, cell) => curveOf(outcomes, cell, grid));
    plot.current?.draw(grid, curves, front);
  });

  return (
    <figure class="curves">
      <figcaption>
        {words.curves}: {words.curvesOf(names[front] ?? '')}
      </figcaption>
      <div ref={host} role="img" aria-label={words.curves} />
    </figure>
  );
}
