import { computed, effect, useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { ToolProps } from '../../tool.ts';
import './brain.css';
import './views.css';
import { ChangesView } from './changes-view.tsx';
import { createHover } from './hover.ts';
import { createLiveActivity } from './live-activity.ts';
import { LiveView } from './live-view.tsx';
import { PairView } from './pair-view.tsx';
import { createWeightEditor } from './weight-editor.ts';
import { words } from './words.ts';

type View = keyof typeof words.views;

/** State of the tool while it is open. */
function createState({ session, stageController, stageSelector }: ToolProps) {
  const editor = createWeightEditor(session, stageController, stageSelector);
  const live = createLiveActivity(session, stageController, () => editor.edited.peek() !== undefined);
  const activity = computed(() => editor.trial.value?.activity ?? live.activity.value);
  const newest = computed(() => session.latest.value && session.championHistory.entries.at(-1)?.generation);
  const hover = createHover(activity, () => {
    if (editor.edited.peek() === undefined) void editor.edit(activity.peek()?.generation);
  });
  const stops = [
    effect(() => {
      if (editor.edited.value === undefined) hover.clear();
    }),
    // The net may have changed and lack the selected weight.
    effect(() => {
      const parameters = activity.value?.parameters ?? [];
      const selected = hover.selected.peek();
      const isSame = parameters.some(
        ({ index: parameter, from, to }) =>
          parameter === selected?.index && from === selected.from && to === selected.to,
      );
      if (selected && !isSame) hover.clear();
    }),
  ];
  const close = () => {
    for (const stop of stops) stop();
    live.close();
    editor.close();
  };
  return { editor, activity, newest, hover, close };
}

/** The brain tool: the net at work and its weights; an untrained brain beside a trained one; what learning has changed. */
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
      {view.value === 'changes' && <ChangesView session={session} activity={state.activity} />}
    </div>
  );
}
