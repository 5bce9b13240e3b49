import { useEffect, useRef } from 'preact/hooks';
import { curveOf, gridOf } from '../../../run/sweep/curve.ts';
import type { Outcome } from '../../../run/sweep/outcome.ts';
import { prefersDark } from '../../browser/preferences.ts';
import { type CurvePlot, createCurvePlot } from './curve-plot.ts';
import type { Legend } from './label.ts';
import { words } from './words.ts';

/** Places on the axis of steps. */
const PLACES = 61;

/** How each cell learnt, one of them in front. */
export function Curves({ legend, outcomes, front }: { legend: Legend; outcomes: readonly Outcome[]; front: number }) {
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<CurvePlot>(null);
  const { cells, names } = legend;
  const isDark = prefersDark.value;

  useEffect(() => {
    const element = host.current;
    if (!element) return;
    plot.current = createCurvePlot(element, cells.length);
    return () => plot.current?.destroy();
  }, [legend, isDark]);

  useEffect(() => {
    const grid = gridOf(outcomes, PLACES);
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
