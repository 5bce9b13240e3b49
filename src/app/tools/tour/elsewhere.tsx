import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { seedOf } from '../../../math/rng.ts';
import { withSetting } from '../../../run/amend.ts';
import type { Experiment } from '../../../run/experiment-schema.ts';
import { lifeAct } from './acts.ts';
import { distanceText } from './distance-text.ts';
import { hasLearnt, ToLearnFirst } from './learning.tsx';
import type { StepProps } from './step.ts';
import { words } from './words.ts';
import { Outcome, useWork } from './work.tsx';

type PlaceName = keyof typeof words.places;

/** Another task, as hard; its senses stay the same, or the brain would not fit. */
const task = (name: string, difficulty: number) => (home: Experiment) =>
  Object.entries({ sight: 0, duration: home.task.duration as number, difficulty }).reduce(
    (there, [key, value]) => withSetting(there, `task.${key}`, value),
    withSetting(home, 'task.name', name),
  );

const places: Record<PlaceName, (home: Experiment) => Experiment> = {
  home: (home) => home,
  hills: task('hills', 1),
  stairs: task('stairs', 0.6),
  push: (home) => withSetting(home, 'task.startPush', 3),
  moon: (home) => withSetting(home, 'task.gravity', 1.6),
};

/** The best it has learnt, where it never was. */
function Abroad({ course }: StepProps) {
  const work = useWork();
  const said = useSignal('');
  const at = useSignal<PlaceName>('home');
  const go = (name: PlaceName) => {
    at.value = name;
    work.begin(async (isWanted) => {
      const champion = (await course.search()).best();
      if (!champion) return;
      const experiment = places[name](course.experiment);
      const { genome, statistics, tests } = champion;
      const seed = tests[0]?.seed ?? seedOf(experiment.seed, 'abroad');
      const [life] = await course.live({ experiment, requests: [{ genome, seed, statistics, record: true }] });
      const act = life && lifeAct(experiment, words.here, life);
      if (!act || !isWanted()) return;
      course.stageController.play(act);
      said.value = name === 'home' ? act.words : `${act.words} ${words.atHome(distanceText(champion.distance))}`;
    });
  };
  useEffect(() => go('home'), [course]);
  return (
    <>
      <div class="deeds">
        {(Object.keys(places) as PlaceName[]).map((name) => (
          <button
            key={name}
            type="button"
            class="deed-button"
            aria-pressed={at.value === name}
            onClick={() => go(name)}
          >
            {words.places[name]}
          </button>
        ))}
      </div>
      <Outcome work={work}>{said.value}</Outcome>
    </>
  );
}

/** Learning is about what was lived. */
export function Elsewhere(props: StepProps) {
  return hasLearnt(props.course) ? <Abroad {...props} /> : <ToLearnFirst {...props} />;
}
