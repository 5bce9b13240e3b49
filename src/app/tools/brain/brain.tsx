import { computed, effect, useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { ToolProps } from '../../tool.ts';
import './brain.css';
import { ChangesView } from './changes-view.tsx';
import { createHover } from './hover.ts';
import { createLiveActivity } from './live-activity.ts';
import { LiveView } from './live-view.tsx';
import { PairView } from './pair-view.tsx';
import { words } from './words.ts';
import { createWeightEditor } from './workbench.ts';

type View = keyof typeof words.views;

/** All that this tool knows while it is open. */
function createState({ session, stageController, stageSelector }: ToolProps) {
  const bench = createWeightEditor(session, stageController, stageSelector);
  const onlooker = createLiveActivity(session, stageController, () => bench.held.peek() !== undefined);
  const mind = computed(() => bench.trial.value?.mind ?? onlooker.mind.value);
  const newest = computed(() => session.latest.value && session.championHistory.entries.at(-1)?.generation);
  const pointing = createHover(mind, () => {
    if (bench.held.peek() === undefined) void bench.take(mind.peek()?.generation);
  });
  const stops = [
    effect(() => {
      if (bench.held.value === undefined) pointing.clear();
    }),
    // A net that grows may have lost what was in hand.
    effect(() => {
      const knobs = mind.value?.knobs ?? [];
      const selected = pointing.selected.peek();
      const isSame = knobs.some(
        ({ parameter, from, to }) => parameter === selected?.parameter && from === selected.from && to === selected.to,
      );
      if (selected && !isSame) pointing.clear();
    }),
  ];
  const close = () => {
    for (const stop of stops) stop();
    onlooker.close();
    bench.close();
  };
  return { bench, mind, newest, pointing, close };
}

/** Inside its brain: the net at work and its knobs; a newborn beside it; what learning has changed. */
export function Brain(props: ToolProps) {
  const { session, stageController } = props;
  const view = useSignal<View>('live');
  const state = useMemo(() => createState(props), []);
  useEffect(() => state.close, [state]);
  return (
    <div class="brain">
      <nav class="views" aria-label={words.viewsLabel}>
        {Object.entries(words.views).map(([name, title]) => (
          <button
            key={name}
            type="button"
            aria-pressed={view.value === name}
            onClick={() => {
              view.value = name as View;
            }}
          >
            {title}
          </button>
        ))}
      </nav>
      {view.value === 'live' && <LiveView {...state} stageController={stageController} />}
      {view.value === 'pair' && <PairView session={session} newest={state.newest} />}
      {view.value === 'changes' && <ChangesView session={session} mind={state.mind} />}
    </div>
  );
}
