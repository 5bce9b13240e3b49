import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Champion } from '../../../run/champion.ts';
import { clipOf } from '../../stage/clip.ts';
import { spaced } from '../../stage/spaced-generations.ts';
import { trimClip } from '../../stage/trim-clip.ts';
import { hasLearnt, LearnFirst } from './learning.tsx';
import type { StepProps } from './step.ts';
import { ResultLine, useStepWork } from './use-work.tsx';
import { words } from './words.ts';

/** Number of scenes of the film, and seconds of each. */
const SCENES = 6;
const SCENE_SECONDS = 3;

/** All champions of the tour's run, by slider or as a film. */
function ChampionSlider({ course }: StepProps) {
  const work = useStepWork();
  const at = useSignal(0);
  const champions = useSignal<readonly Champion[]>([]);
  const isPlaying = useSignal(false);
  const { experiment, stageController } = course;
  const last = champions.value.length - 1;
  const champion = champions.value[at.value];
  const clip = champion && clipOf(experiment, champion, []);
  useEffect(() => {
    work.begin(async (isWanted) => {
      const search = await course.search();
      if (!isWanted()) return;
      champions.value = search.champions;
      at.value = search.champions.length - 1;
      const newest = search.champions.at(-1);
      stageController.play(newest && clipOf(experiment, newest, []));
    });
    return () => {
      isPlaying.value = false;
    };
  }, [course]);
  const look = (to: number) => {
    isPlaying.value = false;
    at.value = to;
    const chosen = champions.value[to];
    stageController.play(chosen && clipOf(experiment, chosen, []));
  };
  const play = () => {
    isPlaying.value = true;
    work.begin(async (isWanted) => {
      for (const [i, place] of spaced(last, SCENES).entries()) {
        const shown = clipOf(experiment, champions.value[place]!, []);
        const scene = shown && trimClip(shown, SCENE_SECONDS);
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
      <div class="actions">
        <button type="button" class="action" onClick={() => (isPlaying.value ? look(at.value) : play())}>
          {isPlaying.value ? words.stopFilm : words.film}
        </button>
      </div>
      <ResultLine work={work}>{clip?.words}</ResultLine>
    </>
  );
}

/** Looks back over the tour's run, once it has learnt. */
export function LookBack(props: StepProps) {
  return hasLearnt(props.course) ? <ChampionSlider {...props} /> : <LearnFirst {...props} />;
}
