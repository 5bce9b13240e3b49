import { effect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { amount } from '../amounts.ts';
import { prefersDark } from '../browser/preferences.ts';
import { throttle } from '../browser/throttle.ts';
import { fitnessUnit } from '../session/measure.ts';
import type { Session } from '../session/session.ts';
import type { StageSelector } from '../stage/stage-selector.ts';
import { strings } from '../strings.ts';
import type { Look, Plot } from '../widgets/plot.ts';
import './fitness-chart.css';

/** Minimum milliseconds between two redraws. */
const EVERY = 250;

const look = {
  lines: [
    { colour: '--muted', dash: [4, 3] },
    { colour: '--accent', width: 2.2 },
  ],
  range: (low: number, high: number): [number, number] => [Math.min(0, low), Math.max(1, high)],
} as const satisfies Partial<Look>;

/** Fitness by generation, drawn a few times a second, with a description for screen readers. A click shows that generation. */
export function Chart({ session, stageSelector }: { session: Session; stageSelector: StageSelector }) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    let plot: Plot | undefined;
    let isGone = false;
    const { latest } = session;
    const suffix = () => (fitnessUnit(session.experiment.value) === 'm' ? ' m' : '');
    const draw = () => {
      const unit = fitnessUnit(session.experiment.value);
      const { history } = session;
      plot?.draw(history.generation, [history.mean, history.best], { watched: stageSelector.watched.value });
      const last = history.generation.length - 1;
      const [best, mean] = [history.best[last], history.mean[last]];
      const words =
        best === undefined || mean === undefined
          ? ''
          : `: ${amount(best, unit)} at best, ${amount(mean, unit)} on average`;
      element.setAttribute('aria-label', `${strings.chart}${words}`);
    };
    const { request, stop } = throttle(EVERY, draw);
    const unsubscribe = effect(() => {
      void stageSelector.watched.value;
      if (latest.value !== undefined || plot) request();
    });
    const observer = new ResizeObserver(request);
    observer.observe(element);
    let stopTheme = () => {};
    // Loaded after the first generations, when there is something to draw.
    const load = async () => {
      const { createPlot } = await import('../widgets/plot.ts');
      if (isGone) return;
      stopTheme = effect(() => {
        void prefersDark.value;
        void session.current.value;
        plot?.destroy();
        plot = createPlot(element, { ...look, tick: (value) => `${value}${suffix()}` }, stageSelector.watch);
        request();
      });
    };
    const stopWaiting = effect(() => {
      if (latest.value && latest.value.generation >= 1 && !plot) queueMicrotask(() => stopWaiting());
      else return;
      void load();
    });
    return () => {
      isGone = true;
      stop();
      unsubscribe();
      stopTheme();
      observer.disconnect();
      plot?.destroy();
    };
  }, [session, stageSelector]);
  return (
    <figure class="chart">
      <div class="plot" role="img" aria-label={strings.chart} ref={host} />
      <figcaption>
        <span class="key key-best">{strings.chartBest}</span>
        <span class="key key-mean">{strings.chartMean}</span>
      </figcaption>
    </figure>
  );
}
