import { effect, useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { count, metres } from '../amounts.ts';
import type { Session } from '../session/session.ts';
import { showsEverything } from '../settings/everything.tsx';
import { farthestGeneration } from '../stage/farthest-generation.ts';
import type { StageSelector } from '../stage/stage-selector.ts';
import { strings } from '../strings.ts';
import { Icon } from '../widgets/icon.tsx';
import './counters.css';

function Counter({ name, value, minor = false }: { name: string; value: ComponentChildren; minor?: boolean }) {
  return (
    <div class={minor ? 'counter minor' : 'counter'}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** The best distance so far; a click shows its champion on the stage. */
function BestButton({ distance, watch }: { distance: number; watch(): void }) {
  return (
    <button type="button" class="plain best" title={strings.watchBest} onClick={watch}>
      {metres(distance)}
      <Icon name="play" />
      <span class="unseen">, {strings.watchBest}</span>
    </button>
  );
}

/** The progress of learning, in numbers. */
export function Counters({ session, stageSelector }: { session: Session; stageSelector: StageSelector }) {
  const { latest, best, pace } = session;
  const generation = latest.value;
  const watchBest = () => {
    const farthest = farthestGeneration(session);
    if (farthest !== undefined) stageSelector.watch(farthest);
  };
  return (
    <dl class="counters">
      <Counter name={strings.generation} value={generation ? count(generation.generation) : '–'} />
      <Counter
        name={strings.best}
        value={best.value === undefined ? '–' : <BestButton distance={best.value} watch={watchBest} />}
      />
      <Counter name={strings.episodes} value={count(generation?.evaluations ?? 0)} />
      {showsEverything.value && (
        <Counter name={strings.stepRate} value={count(Math.round(pace.value / 100) * 100)} minor />
      )}
    </dl>
  );
}

/** Milliseconds without a generation after which the page seems to hang. */
const BUSY_AFTER = 3000;

/** Shows that the page is working while a generation takes long, and from ten seconds on how far it is. */
export function BusyIndicator({ latest, isLearning, current, progress }: Session) {
  const isLong = useSignal(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = () => {
      clearTimeout(timer);
      isLong.value = false;
      if (!isLearning.value) return;
      timer = setTimeout(() => {
        isLong.value = true;
      }, BUSY_AFTER);
    };
    const stop = effect(() => {
      void latest.value;
      void current.value;
      wait();
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [latest, isLearning, current, isLong]);
  return (
    <p class="musing" role="status">
      {isLong.value && strings.busy(progress.value)}
    </p>
  );
}
