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
    why: 'The search makes no progress. A larger population makes each update more reliable and finds rarer solutions. Sometimes only a restart helps.',
    remedies: setting(experiment, 'optimizer.populationSize', 2 * population),
  };
};

export const learning: Check = ({ experiment, gain }) => {
  if (gain === undefined || !isGain(gain)) return undefined;
  return {
    severity: 'well',
    words: `It is learning: ${fitnessText(gain.now - gain.before, experiment)} better than ${gain.apart} generations ago.`,
    why: `On ground that is not used in training, champions of the last ten generations reach ${fitnessText(gain.now, experiment)} on average; earlier ones reached ${fitnessText(gain.before, experiment)}.`,
    remedies: [],
  };
};

export const tooEarly: Check = ({ signs }) => {
  if (signs.length >= MIN_GENERATIONS) return undefined;
  return {
    severity: 'well',
    words: `Too early to say: ${signs.length === 1 ? 'one generation' : `${signs.length} generations`} under these settings.`,
    why: 'Single generations vary by luck. After about fifteen there is enough to compare.',
    remedies: [],
  };
};

export const searching: Check = ({ signs, gain }) => {
  if (signs.length < MIN_GENERATIONS || (gain && isGain(gain))) return undefined;
  return {
    severity: 'well',
    words: 'No problem found. It is still searching.',
    why: 'No gain beyond luck for now. That is normal: learning often comes in jumps, with pauses between them.',
    remedies: [],
  };
};
