import { effect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { fitnessUnit } from './deed.ts';
import type { Plot } from './plot.ts';
import { prefersDark } from './preferences.ts';
import type { Projector } from './projector.ts';
import type { Session } from './session.ts';
import { amount, strings } from './strings.ts';

/** Milliseconds between two drawings. */
const EVERY = 250;

/** Fitness by generation; drawn a few times a second, and told in words to who cannot see it. A click goes to that generation. */
export function Chart({ session, projector }: { session: Session; projector: Projector }) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    let plot: Plot | undefined;
    let timer = 0;
    let isGone = false;
    const { latest } = session;
    const draw = () => {
      timer = 0;
      const unit = fitnessUnit(session.experiment.value);
      plot?.draw(projector.watched.value, unit);
      const { history } = session;
      const last = history.generation.length - 1;
      const [best, mean] = [history.best[last], history.mean[last]];
      const words =
        best === undefined || mean === undefined
          ? ''
          : `: ${amount(best, unit)} at best, ${amount(mean, unit)} on average`;
      element.setAttribute('aria-label', `${strings.chart}${words}`);
    };
    const later = () => {
      if (timer === 0) timer = window.setTimeout(draw, EVERY);
    };
    const unsubscribe = effect(() => {
      void projector.watched.value;
      if (latest.value !== undefined || plot) later();
    });
    const observer = new ResizeObserver(later);
    observer.observe(element);
    let stopTheme = () => {};
    // After the first sight: nobody looks at a chart of nothing.
    const load = async () => {
      const { createPlot } = await import('./plot.ts');
      if (isGone) return;
      stopTheme = effect(() => {
        void prefersDark.value;
        void session.current.value;
        plot?.destroy();
        plot = createPlot(element, session.history, projector.watch);
        later();
      });
    };
    const stopWaiting = effect(() => {
      if (latest.value && latest.value.generation >= 1 && !plot) queueMicrotask(() => stopWaiting());
      else return;
      void load();
    });
    return () => {
      isGone = true;
      clearTimeout(timer);
      unsubscribe();
      stopTheme();
      observer.disconnect();
      plot?.destroy();
    };
  }, [session, projector]);
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
