import type { BodyPlan } from '../../creature/body-plan.ts';
import { restartedWith } from '../../run/amend.ts';
import type { ChampionEntry } from '../../run/champion-history.ts';
import { bodyOf, parseExperiment } from '../../run/experiment.ts';
import type { Experiment } from '../../run/experiment-schema.ts';
import { forkFault, forkOf } from '../../run/fork.ts';
import { transplant } from '../../run/transplant.ts';
import type { Session } from '../session/session.ts';
import { sentenceOf } from '../widgets/error-sentence.ts';
import { words } from './words.ts';

/** The run that a body begins, with a sentence about its brain. */
export interface Evolution {
  experiment: Experiment;
  words: string;
}

/** Another form of the body that is learning, by its name, or something else? */
const isAnotherForm = (plan: BodyPlan, experiment: Experiment) =>
  plan.name.replace(/^my-/, '') === bodyOf(experiment).name.replace(/^my-/, '');

/**
 * The run that a body begins. A changed form of the body that is learning keeps the run's settings and, where it fits, the brain of its
 * newest champion; any other body begins with the default settings.
 */
export function evolutionOf(plan: BodyPlan, session: Session): Evolution {
  const running = session.nextExperiment.peek();
  const body = plan as never;
  if (!isAnotherForm(plan, running)) {
    return { experiment: parseExperiment({ seed: running.seed, body }), words: words.newBrain('') };
  }
  const anew = { ...restartedWith({ ...running, start: undefined } as Experiment, { body }), title: '' };
  const entry: ChampionEntry | undefined = session.championHistory.entries.at(-1);
  if (entry === undefined) return { experiment: anew, words: words.newBrain('') };
  const experiment = session.experiment.peek();
  try {
    const fault = forkFault(experiment, entry, { body });
    if (fault === '') {
      const fork = forkOf(experiment, entry, { body });
      return { experiment: fork, words: words.keepsBrain(entry.generation) };
    }
    const part = transplant(experiment, entry, anew);
    if (typeof part === 'string') return { experiment: anew, words: words.newBrain(part) };
    const said = words.keepsPart(entry.generation, part.words);
    return { experiment: { ...anew, start: part.start }, words: said };
  } catch (error) {
    return { experiment: anew, words: words.newBrain(sentenceOf(error)) };
  }
}
