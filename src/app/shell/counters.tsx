import { effect, type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Act } from '../../view/playback.ts';
import { count, metres } from '../amounts.ts';
import type { Session } from '../session/session.ts';
import { strings } from '../strings.ts';
import './counters.css';

/** The sentence, with its distance made to stand out. */
function Deed({ words }: { words: string }) {
  const pieces = words.split(/(\d+(?:\.\d+)? m)(?=[ .,])/);
  return <p class="deed">{pieces.map((piece, i) => (i % 2 === 1 ? <em key={piece}>{piece}</em> : piece))}</p>;
}

/** Wordmark, and what is seen in one plain sentence. */
export function Caption({ onStage }: { onStage: ReadonlySignal<Act | undefined> }) {
  return (
    <header class="caption">
      <h1 class="wordmark">{strings.name}</h1>
      <Deed words={onStage.value?.words ?? strings.waiting} />
      <p class="how">{strings.nobody}</p>
    </header>
  );
}

function Counter({ name, value, minor = false }: { name: string; value: string; minor?: boolean }) {
  return (
    <div class={minor ? 'counter minor' : 'counter'}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** How far learning has come, in numbers. */
export function Counters({ latest, best, pace }: Session) {
  const generation = latest.value;
  return (
    <dl class="counters">
      <Counter name={strings.generation} value={generation ? count(generation.generation) : '–'} />
      <Counter name={strings.best} value={best.value === undefined ? '–' : metres(best.value)} />
      <Counter name={strings.lives} value={count(generation?.evaluations ?? 0)} />
      <Counter name={strings.pace} value={count(Math.round(pace.value / 100) * 100)} minor />
    </dl>
  );
}

/** Milliseconds without a generation after which one would take the page for dead. */
const LONG = 3000;

/** A sign of life while a generation takes its time. */
export function BusyIndicator({ latest, isLearning, current }: Session) {
  const isLong = useSignal(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = () => {
      clearTimeout(timer);
      isLong.value = false;
      if (!isLearning.value) return;
      timer = setTimeout(() => {
        isLong.value = true;
      }, LONG);
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
      {isLong.value && strings.musing}
    </p>
  );
}
