import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { restartedWith } from '../../../run/amend.ts';
import { diagnose } from '../../../run/diagnosis.ts';
import type { Finding, Remedy } from '../../../run/finding.ts';
import { clipOf } from '../../stage/clip.ts';
import { DistanceLines } from './distance-lines.tsx';
import { stuckExperiment } from './lesson.ts';
import { createSearch, type TourGeneration, type TourSearch } from './search.ts';
import type { StepProps } from './step.ts';
import { tourClip } from './tour-clips.ts';
import { ResultLine, useStepWork } from './use-work.tsx';
import { words } from './words.ts';

/** Generations of the run with tiny steps, and of the run after the remedy, which most newborns need to walk a little. */
const GENERATIONS = { stuck: 12, mended: 25 };

const furthest = (generations: readonly TourGeneration[]) => Math.max(...generations.map(({ distance }) => distance));

/** A run with a step size that is far too small, what the diagnosis finds, and the same run after the remedy. */
export function Stuck({ course }: StepProps) {
  const work = useStepWork();
  const runs = useSignal<readonly (readonly TourGeneration[])[]>([]);
  const finding = useSignal<Finding | undefined>(undefined);
  const experiment = useMemo(stuckExperiment, []);
  useEffect(() => {
    work.begin(async (isWanted) => {
      const [episode] = await course.episodes([course.genome.value]);
      if (episode && isWanted())
        course.stageController.play(tourClip(course.experiment, words.newborn(course.number.value), episode));
    });
  }, [course]);

  async function learn(search: TourSearch, count: number, isWanted: () => boolean): Promise<void> {
    const before = runs.value;
    for (let i = 0; i < count && isWanted(); i++) {
      await search.next();
      if (isWanted()) runs.value = [...before, [...search.generations]];
    }
  }
  const begin = async (of: typeof experiment) =>
    createSearch(of, course.genome.value, await course.statistics(), course.simulate);
  const start = () =>
    work.begin(async (isWanted) => {
      finding.value = undefined;
      const search = await begin(experiment);
      runs.value = [];
      await learn(search, GENERATIONS.stuck, isWanted);
      const signs = search.generations.map((each) => each.signs);
      if (isWanted()) finding.value = diagnose(experiment, signs)[0];
    });
  const apply = ({ changes }: Remedy) =>
    work.begin(async (isWanted) => {
      runs.value = runs.value.slice(0, 1);
      const search = await begin(restartedWith(experiment, changes));
      await learn(search, GENERATIONS.mended, isWanted);
      const best = search.best();
      if (best && isWanted()) course.stageController.play(clipOf(course.experiment, best, []));
    });

  const found = finding.value;
  const [remedy] = found?.remedies ?? [];
  const [stuck = [], mended = []] = runs.value;
  const isMended = mended.length === GENERATIONS.mended;
  const isBetter = furthest(mended) > furthest(stuck) + 1;
  return (
    <>
      {runs.value.length > 0 && (
        <DistanceLines
          lines={runs.value.map((generations, i) => ({
            name: words.stuckLines[i]!,
            distances: generations.map(({ distance }) => distance),
          }))}
          until={GENERATIONS.mended}
        />
      )}
      <div class="actions">
        {found === undefined ? (
          <button type="button" class="action" disabled={work.isBusy.value && runs.value.length > 0} onClick={start}>
            {words.learnStuck(GENERATIONS.stuck)}
          </button>
        ) : (
          remedy &&
          !isMended && (
            <button type="button" class="action" disabled={work.isBusy.value} onClick={() => apply(remedy)}>
              {remedy.words}
            </button>
          )
        )}
      </div>
      <ResultLine work={work}>
        {isMended ? (isBetter ? words.mended : words.notYetMended) : found && `${words.finds} ${found.words}`}
      </ResultLine>
    </>
  );
}
