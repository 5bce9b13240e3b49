import { type Check, fitnessText, setting, valueAt } from '../finding.ts';
import { gainOf, isGain, MIN_GENERATIONS } from '../trend.ts';

/** Generations without a gain that count as a plateau; in good runs, first steps take up to 40. */
const PLATEAU = 50;
/** Fitness of a plateau below which nothing has learnt to walk, metres. */
const LOW = 2;

export const plateau: Check = ({ experiment, signs }) => {
  const gain = gainOf(signs, PLATEAU);
  if (gain === undefined || gain.apart < PLATEAU - 1 || isGain(gain)) return undefined;
  const isLow = gain.now < LOW && experiment.task.name !== 'jump';
  const population = valueAt(experiment, 'optimizer.populationSize');
  return {
    severity: isLow ? 'serious' : 'hint',
    words: `It is on a plateau: ${fitnessText(gain.now, experiment)}, no better than ${gain.apart} generations ago.`,
    why: 'The search turns in place. More lives in a generation make each step surer and find rarer ideas; now and then only another beginning helps.',
    remedies: setting(experiment, 'optimizer.populationSize', 2 * population),
  };
};

export const learning: Check = ({ experiment, gain }) => {
  if (gain === undefined || !isGain(gain)) return undefined;
  return {
    severity: 'well',
    words: `It is learning: ${fitnessText(gain.now - gain.before, experiment)} better than ${gain.apart} generations ago.`,
    why: `Champions of the last ten generations came to ${fitnessText(gain.now, experiment)} on average on ground that nobody trained on, those of then to ${fitnessText(gain.before, experiment)}.`,
    remedies: [],
  };
};

export const tooEarly: Check = ({ signs }) => {
  if (signs.length >= MIN_GENERATIONS) return undefined;
  return {
    severity: 'well',
    words: `Too early to say: ${signs.length === 1 ? 'one generation' : `${signs.length} generations`} under these settings.`,
    why: 'Single generations go up and down with luck. After fifteen or so there is something to compare.',
    remedies: [],
  };
};

export const searching: Check = ({ signs, gain }) => {
  if (signs.length < MIN_GENERATIONS || (gain && isGain(gain))) return undefined;
  return {
    severity: 'well',
    words: 'Nothing wrong to be seen. It is still searching.',
    why: 'No gain beyond luck for now. That is usual: learning comes in leaps, and before each there is a while of nothing.',
    remedies: [],
  };
};
