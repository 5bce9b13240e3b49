import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Champion } from '../../../run/champion.ts';
import { actOf } from '../../stage/act.ts';
import { spaced } from '../../stage/spaced-generations.ts';
import { hasLearnt, ToLearnFirst } from './learning.tsx';
import type { StepProps } from './step.ts';
import { words } from './words.ts';
import { Outcome, useWork } from './work.tsx';

/** Scenes of the film, and seconds of each. */
const SCENES = 6;
const SCENE = 3;

/** The beginning of a life. */
function clipped(champion: Champion): Champion {
  const { recording } = champion;
  if (recording === undefined) return champion;
  const frameCount = Math.min(recording.frameCount, Math.ceil(SCENE / recording.frameTimestep));
  return { ...champion, recording: { ...recording, frameCount } };
}

/** The whole lesson once more, by slider or as a film. */
function Album({ course }: StepProps) {
  const work = useWork();
  const at = useSignal(0);
  const champions = useSignal<readonly Champion[]>([]);
  const isPlaying = useSignal(false);
  const { experiment, stageController } = course;
  const last = champions.value.length - 1;
  const champion = champions.value[at.value];
  const act = champion && actOf(experiment, champion, []);
  useEffect(() => {
    work.begin(async (isWanted) => {
      const search = await course.search();
      if (!isWanted()) return;
      champions.value = search.champions;
      at.value = search.champions.length - 1;
      const newest = search.champions.at(-1);
      stageController.play(newest && actOf(experiment, newest, []));
    });
    return () => {
      isPlaying.value = false;
    };
  }, [course]);
  const look = (to: number) => {
    isPlaying.value = false;
    at.value = to;
    const chosen = champions.value[to];
    stageController.play(chosen && actOf(experiment, chosen, []));
  };
  const play = () => {
    isPlaying.value = true;
    work.begin(async (isWanted) => {
      for (const [i, place] of spaced(last, SCENES).entries()) {
        const scene = actOf(experiment, clipped(champions.value[place] as Champion), []);
        if (i === 0) stageController.play(scene);
        else await stageController.queue(scene);
        if (!isWanted() || !isPlaying.value) return;
        at.value = place;
      }
      isPlaying.value = false;
    });
  };
  return (
    <>
      <label class="slider">
        <span>{words.pickGeneration}</span>
        <output>{champion?.generation ?? ''}</output>
        <input
          type="range"
          class="wide-slider"
          aria-label={words.pickGeneration}
          min={0}
          max={Math.max(1, last)}
          step={1}
          value={at.value}
          onInput={({ currentTarget }) => look(currentTarget.valueAsNumber)}
        />
      </label>
      <div class="deeds">
        <button type="button" class="deed-button" onClick={() => (isPlaying.value ? look(at.value) : play())}>
          {isPlaying.value ? words.stopFilm : words.film}
        </button>
      </div>
      <Outcome work={work}>{act?.words}</Outcome>
    </>
  );
}

/** From the first fall to the newest walk, if there is one yet. */
export function FromFirst(props: StepProps) {
  return hasLearnt(props.course) ? <Album {...props} /> : <ToLearnFirst {...props} />;
}
