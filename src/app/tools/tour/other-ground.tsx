import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { seedOf } from '../../../math/rng.ts';
import { withSetting } from '../../../run/amend.ts';
import type { Experiment } from '../../../run/experiment-schema.ts';
import { distanceText } from './distance-text.ts';
import { hasLearnt, LearnFirst } from './learning.tsx';
import type { StepProps } from './step.ts';
import { tourClip } from './tour-clips.ts';
import { ResultLine, useStepWork } from './use-work.tsx';
import { words } from './words.ts';

type PlaceName = keyof typeof words.places;

/** Another task with the same sensors, so that the brain fits. */
const task = (name: string, difficulty: number) => (base: Experiment) =>
  Object.entries({ sight: 0, duration: base.task.duration as number, difficulty }).reduce(
    (there, [key, value]) => withSetting(there, `task.${key}`, value),
    withSetting(base, 'task.name', name),
  );

const places: Record<PlaceName, (base: Experiment) => Experiment> = {
  home: (base) => base,
  hills: task('hills', 1),
  stairs: task('stairs', 0.6),
  push: (base) => withSetting(base, 'task.startPush', 3),
  moon: (base) => withSetting(base, 'task.gravity', 1.6),
};

/** Shows the best champion in a task that it was not trained on. */
function OtherTasks({ course }: StepProps) {
  const work = useStepWork();
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
      const [episode] = await course.simulate({ experiment, requests: [{ genome, seed, statistics, record: true }] });
      const clip = episode && tourClip(experiment, words.here, episode);
      if (!clip || !isWanted()) return;
      course.stageController.play(clip);
      said.value = name === 'home' ? clip.words : `${clip.words} ${words.atHome(distanceText(champion.distance))}`;
    });
  };
  useEffect(() => go('home'), [course]);
  return (
    <>
      <div class="actions">
        {(Object.keys(places) as PlaceName[]).map((name) => (
          <button key={name} type="button" class="action" aria-pressed={at.value === name} onClick={() => go(name)}>
            {words.places[name]}
          </button>
        ))}
      </div>
      <ResultLine work={work}>{said.value}</ResultLine>
    </>
  );
}

/** Shows that a brain works only in tasks like the one it was trained on. */
export function OtherGround(props: StepProps) {
  return hasLearnt(props.course) ? <OtherTasks {...props} /> : <LearnFirst {...props} />;
}
