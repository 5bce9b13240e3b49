import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { BodyPlan } from '../creature/body-plan.ts';
import type { Champion } from '../run/champion.ts';
import type { Experiment } from '../run/experiment.ts';
import type { Act } from '../view/playback.ts';
import type { Stage } from '../view/stage.ts';
import { deedOf, measureOf } from './deed.ts';
import { createGallery } from './gallery.ts';
import { prefersCalm, prefersDark, rendererAsked } from './preferences.ts';
import { speedIndex, speedOf } from './speed.ts';
import { traceMotion } from './trace.ts';

/** Brings champions to the stage, with ghosts of those before them. The stage itself comes when it is loaded. */
export interface Theatre {
  /** The life being shown. */
  readonly onStage: ReadonlySignal<Act | undefined>;
  /** The element the stage is to fill. */
  open(host: HTMLElement): void;
  begin(plan: BodyPlan): void;
  show(experiment: Experiment, champion: Champion): void;
  mark(distance: number | undefined, words: string): void;
}

export function createTheatre(onTrouble: () => void): Theatre {
  const onStage = signal<Act | undefined>(undefined);
  const gallery = createGallery();
  const trace = traceMotion();
  let stage: Stage | undefined;
  let plan: BodyPlan | undefined;
  let newest: Act | undefined;
  let marked: Parameters<Stage['mark']> = [undefined, ''];

  const loading = import('../view/stage.ts');
  // Told by whoever opens the stage, if it ever fails.
  loading.catch(() => {});

  async function load(host: HTMLElement): Promise<void> {
    const [{ createStage }, { dusk, paper }] = [await loading, await import('../view/palette.ts')];
    const renderer = rendererAsked(location.search);
    const opened = await createStage({
      host,
      palette: prefersDark.value ? dusk : paper,
      calm: prefersCalm.value,
      ...(renderer && { renderer }),
      onAct(act) {
        onStage.value = act;
        trace.begin();
      },
      onLook: trace.look,
    });
    document.documentElement.dataset.renderer = opened.rendererName;
    performance.mark('stage-open');
    if (plan) opened.stand(plan);
    if (newest) opened.offer(newest);
    opened.mark(...marked);
    stage = opened;
    let isDark = prefersDark.value;
    effect(() => {
      if (prefersDark.value !== isDark) opened.setPalette(prefersDark.value ? dusk : paper);
      isDark = prefersDark.value;
    });
    effect(() => opened.setCalm(prefersCalm.value));
    effect(() => opened.setSpeed(speedOf(speedIndex.value)));
  }

  return {
    onStage,
    open(host) {
      load(host).catch(onTrouble);
    },
    begin(next) {
      plan = next;
      newest = undefined;
      onStage.value = undefined;
      gallery.clear();
      trace.begin();
      stage?.stand(plan);
    },
    show(experiment, { generation, tests, recording }) {
      const test = tests[0];
      if (test === undefined || recording === undefined) return;
      if (newest === undefined) performance.mark('first-champion');
      newest = {
        generation,
        words: deedOf(experiment, generation, test, measureOf(experiment, test, recording)),
        distance: test.evaluation.metrics.distance,
        fell: test.evaluation.ending === 'terminated',
        recording,
        ghosts: gallery.before(generation),
      };
      gallery.add(generation, recording);
      stage?.offer(newest);
    },
    mark(distance, words) {
      marked = [distance, words];
      stage?.mark(...marked);
    },
  };
}
