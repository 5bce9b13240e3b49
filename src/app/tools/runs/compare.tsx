import { effect, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { amount } from '../../amounts.ts';
import { prefersDark } from '../../browser/preferences.ts';
import { fitnessUnit } from '../../session/measure.ts';
import type { RunRecord } from '../../session/run-record.ts';
import { type Across, tablesOf } from './compare-data.ts';
import { type ComparePlot, createComparePlot } from './compare-plot.ts';
import { listed, runName } from './run-name.ts';
import { Stroke } from './stroke.tsx';
import { swatchOf } from './swatch.ts';
import { words } from './words.ts';

/** Milliseconds between two drawings. */
const EVERY = 500;

export interface CompareProps {
  /** Two or more. */
  chosen: readonly RunRecord[];
  all: readonly RunRecord[];
}

/** Metres, where all are measured in them. */
function unitOf(runs: readonly RunRecord[]): 'm' | 'points' | '' {
  const units = new Set(runs.map((run) => fitnessUnit(run.experiment.value)));
  const [unit = ''] = units;
  return units.size === 1 ? unit : '';
}

/** How well several runs have learnt, on one chart. */
export function Compare({ chosen, all }: CompareProps) {
  const host = useRef<HTMLDivElement>(null);
  const across = useSignal<Across>('generation');
  const withMeans = useSignal(false);
  const unit = unitOf(chosen);
  const key = chosen.map(({ id }) => id).join(' ');

  useEffect(() => {
    const element = host.current;
    if (!element) return;
    let plot: ComparePlot | undefined;
    let timer = 0;
    const draw = () => {
      timer = 0;
      const histories = chosen.map(({ history }) => history);
      plot?.draw(tablesOf(histories, across.peek(), withMeans.peek()));
    };
    const later = () => {
      if (timer === 0) timer = window.setTimeout(draw, EVERY);
    };
    const stopPlot = effect(() => {
      plot?.destroy();
      void across.value;
      const isDark = prefersDark.value;
      const lines = chosen.map((run) => {
        const { light, dark, dash } = swatchOf(run, all);
        return { colour: isDark ? dark : light, dash, label: runName(run) };
      });
      plot = createComparePlot(element, lines, { withMeans: withMeans.value, unit: unit === 'm' ? 'm' : '' });
      draw();
    });
    const stopFollowing = effect(() => {
      for (const { latest } of chosen) void latest.value;
      later();
    });
    const observer = new ResizeObserver(later);
    observer.observe(element);
    return () => {
      stopPlot();
      stopFollowing();
      observer.disconnect();
      clearTimeout(timer);
      plot?.destroy();
    };
  }, [key, unit]);

  return (
    <figure class="compare">
      <div class="compare-plot" role="img" aria-label={words.chart(listed(chosen.map(runName)))} ref={host} />
      <figcaption>
        <ul class="legend">
          {chosen.map((run) => (
            <li key={run.id}>
              <Stroke run={run} all={all} />
              {runName(run)}
              <Highest run={run} />
            </li>
          ))}
        </ul>
        <div class="across">
          <span aria-hidden="true">{words.across}</span>
          <fieldset class="tabs-small">
            <legend class="unseen">{words.across}</legend>
            {(['generation', 'steps'] as const).map((each) => (
              <button
                key={each}
                type="button"
                aria-pressed={across.value === each}
                onClick={() => {
                  across.value = each;
                }}
              >
                {each === 'steps' ? words.bySteps : words.byGeneration}
              </button>
            ))}
          </fieldset>
          <label class="tick">
            <input
              type="checkbox"
              checked={withMeans.value}
              onChange={({ currentTarget }) => {
                withMeans.value = currentTarget.checked;
              }}
            />
            {words.mean}
          </label>
        </div>
      </figcaption>
    </figure>
  );
}

/** Fitness of the newest generation's best. */
function Highest({ run }: { run: RunRecord }) {
  const best = run.latest.value?.best;
  if (best === undefined || !Number.isFinite(best)) return null;
  return <b>{amount(best, fitnessUnit(run.experiment.value))}</b>;
}
