import { effect, type ReadonlySignal, useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { type SupportSettings, supportAt } from '../../sim/training.ts';
import type { Clip } from '../../view/playback.ts';
import { count, metres } from '../amounts.ts';
import type { Session } from '../session/session.ts';
import { farthestGeneration } from '../stage/farthest-generation.ts';
import type { StageSelector } from '../stage/stage-selector.ts';
import { strings } from '../strings.ts';
import { SentenceText } from '../widgets/file-text.tsx';
import './counters.css';

/** A sentence about the stage, with its distance emphasised. */
function StageSentence({ words }: { words: string }) {
  const pieces = words.split(/(\d+(?:\.\d+)? m)(?=[ .,])/);
  return (
    <p class="deed">
      {pieces.map((piece, i) => (i % 2 === 1 ? <em key={piece}>{piece}</em> : <SentenceText key={i} text={piece} />))}
    </p>
  );
}

/** How much training holds the body upright by now; the creature on the stage never is. */
function SupportNote({ experiment, latest }: Session) {
  const task = experiment.value.task as Partial<SupportSettings>;
  const generation = latest.value?.generation ?? 0;
  const { support = 0, supportHold = 0, supportDecay = 0, supportEnd = 0 } = task;
  const strength = supportAt({ support, supportHold, supportDecay, supportEnd }, generation);
  return strength > 0 ? <p class="support">{strings.support(Math.round(100 * strength), supportEnd)}</p> : null;
}

/** The name of the page, one sentence about what is on the stage, and how training helps. */
export function Caption({ onStage, session }: { onStage: ReadonlySignal<Clip | undefined>; session: Session }) {
  return (
    <header class="caption">
      <h1 class="wordmark">{strings.name}</h1>
      <StageSentence words={onStage.value?.words ?? strings.waiting} />
      <p class="how">{strings.subtitle}</p>
      <SupportNote {...session} />
    </header>
  );
}

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
      <Counter name={strings.stepRate} value={count(Math.round(pace.value / 100) * 100)} minor />
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
