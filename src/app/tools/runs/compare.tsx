import { effect, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { visibleText } from '../../../format/visible-text.ts';
import { amount } from '../../amounts.ts';
import { prefersDark } from '../../browser/preferences.ts';
import { throttle } from '../../browser/throttle.ts';
import { fitnessUnit } from '../../session/measure.ts';
import type { RunRecord } from '../../session/run-record.ts';
import { FileText } from '../../widgets/file-text.tsx';
import { tablesOf, type XAxis } from './compare-data.ts';
import { type ComparePlot, createComparePlot } from './compare-plot.ts';
import { listed, runName } from './run-name.ts';
import { Stroke } from './stroke.tsx';
import { swatchOf } from './swatch.ts';
import { words } from './words.ts';

/** Minimum milliseconds between two redraws. */
const EVERY = 500;

export interface CompareProps {
  /** Two or more. */
  chosen: readonly RunRecord[];
  all: readonly RunRecord[];
}

/** The unit of fitness, if all runs have the same one. */
function unitOf(runs: readonly RunRecord[]): 'm' | 'points' | '' {
  const units = new Set(runs.map((run) => fitnessUnit(run.experiment.value)));
  const [unit = ''] = units;
  return units.size === 1 ? unit : '';
}

/** The learning curves of several runs on one chart. */
export function Compare({ chosen, all }: CompareProps) {
  const host = useRef<HTMLDivElement>(null);
  const across = useSignal<XAxis>('generation');
  const withMeans = useSignal(false);
  const unit = unitOf(chosen);
  const key = chosen.map(({ id }) => id).join(' ');

  useEffect(() => {
    const element = host.current;
    if (!element) return;
    let plot: ComparePlot | undefined;
    const draw = () => {
      const histories = chosen.map(({ history }) => history);
      plot?.draw(tablesOf(histories, across.peek(), withMeans.peek()));
    };
    const { request, stop } = throttle(EVERY, draw);
    const stopPlot = effect(() => {
      plot?.destroy();
      void across.value;
      const isDark = prefersDark.value;
      const lines = chosen.map((run) => {
        const { light, dark, dash } = swatchOf(run, all);
        return { colour: isDark ? dark : light, dash, label: visibleText(runName(run)) };
      });
      plot = createComparePlot(element, lines, { withMeans: withMeans.value, unit: unit === 'm' ? 'm' : '' });
      draw();
    });
    const stopFollowing = effect(() => {
      for (const { latest } of chosen) void latest.value;
      request();
    });
    const observer = new ResizeObserver(request);
    observer.observe(element);
    return () => {
      stopPlot();
      stopFollowing();
      observer.disconnect();
      stop();
      plot?.destroy();
    };
  }, [key, unit]);

  return (
    <figure class="compare">
      <div
        class="compare-plot"
        role="img"
        aria-label={visibleText(words.chart(listed(chosen.map(runName))))}
        ref={host}
      />
      <figcaption>
        <ul class="legend">
          {chosen.map((run) => (
            <li key={run.id}>
              <Stroke run={run} all={all} />
              <FileText text={runName(run)} />
              <BestFitness run={run} />
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

/** Best fitness of the newest generation. */
function BestFitness({ run }: { run: RunRecord }) {
  const best = run.latest.value?.best;
  if (best === undefined || !Number.isFinite(best)) return null;
  return <b>{amount(best, fitnessUnit(run.experiment.value))}</b>;
}
