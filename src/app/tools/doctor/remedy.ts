import { restartedWith } from '../../../run/amend.ts';
import { parseExperiment } from '../../../run/experiment.ts';
import type { Experiment, SettingValue } from '../../../run/experiment-schema.ts';
import type { Remedy } from '../../../run/finding.ts';
import { count } from '../../amounts.ts';
import type { Session } from '../../session/session.ts';
import { sentenceOf } from '../../widgets/error-sentence.ts';
import { words } from './words.ts';

/** The experiment with which a remedy restarts. Throws an Error that says why it cannot. */
export const experimentFor = (now: Experiment, { changes, body }: Remedy): Experiment =>
  restartedWith(parseExperiment({ ...now, amendments: [], ...(body ? { body } : {}) }), changes);

/** The result of applying a remedy. */
export interface AppliedFix {
  words: string;
  /** Former values of the changed settings, if that can be undone. */
  before?: Remedy['changes'];
}

/** Applies a remedy. Returns a sentence on what was done, or why it failed. */
export function apply(remedy: Remedy, session: Session, choose: (experiment: Experiment) => boolean): AppliedFix {
  try {
    if (remedy.kind === 'restart') {
      const isBegun = choose(experimentFor(session.nextExperiment.peek(), remedy));
      return { words: isBegun ? words.restarted : '' };
    }
    const before = Object.fromEntries(
      Object.keys(remedy.changes).map((path) => [path, settingIn(session.nextExperiment.peek(), path)]),
    );
    for (const [path, value] of Object.entries(remedy.changes)) session.amend(path, value);
    return { words: words.amended(remedy.words, nextGeneration(session)), before };
  } catch (error) {
    return { words: sentenceOf(error) };
  }
}

/** The next generation, in which amendments take effect. */
const nextGeneration = ({ latest }: Session) => count((latest.peek()?.generation ?? -1) + 1);

function settingIn(experiment: Experiment, path: string): SettingValue {
  const [section, key] = path.split('.') as ['task', string];
  return (experiment[section] as Record<string, SettingValue>)[key] as SettingValue;
}

/** Restores settings. Returns a sentence on what was done, or why it failed. */
export function undo(before: Remedy['changes'], session: Session): AppliedFix {
  try {
    for (const [path, value] of Object.entries(before)) session.amend(path, value);
    return { words: words.undone(nextGeneration(session)) };
  } catch (error) {
    return { words: sentenceOf(error) };
  }
}
