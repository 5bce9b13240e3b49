import { withSetting } from '../../../run/amend.ts';
import { parseExperiment } from '../../../run/experiment.ts';
import type { Experiment, SettingValue } from '../../../run/experiment-schema.ts';
import type { Remedy } from '../../../run/finding.ts';
import { count } from '../../amounts.ts';
import type { Session } from '../../session/session.ts';
import { words } from './words.ts';

/** The experiment with which a remedy restarts. Throws an Error that says why it cannot. */
export function restartedWith(now: Experiment, { changes, body }: Remedy): Experiment {
  const base = parseExperiment({ ...now, amendments: [], ...(body ? { body } : {}) });
  return Object.entries(changes).reduce((experiment, [path, value]) => withSetting(experiment, path, value), base);
}

/** The result of applying a remedy. */
export interface AppliedFix {
  words: string;
  /** Former values of the changed settings, if that can be undone. */
  before?: Remedy['changes'];
}

/** Applies a remedy. Returns a sentence on what was done, or why it failed. */
export function apply(remedy: Remedy, session: Session, choose: (experiment: Experiment) => void): AppliedFix {
  try {
    if (remedy.kind === 'restart') {
      choose(restartedWith(session.nextExperiment.peek(), remedy));
      return { words: words.restarted };
    }
    const before = Object.fromEntries(
      Object.keys(remedy.changes).map((path) => [path, settingIn(session.nextExperiment.peek(), path)]),
    );
    for (const [path, value] of Object.entries(remedy.changes)) session.amend(path, value);
    return { words: words.amended(remedy.words, nextGeneration(session)), before };
  } catch (error) {
    return { words: error instanceof Error ? error.message : String(error) };
  }
}

/** The next generation, in which amendments take effect. */
const nextGeneration = ({ latest }: Session) => count((latest.peek()?.generation ?? -1) + 1);

function settingIn(experiment: Experiment, path: string): SettingValue {
  const [section, key] = path.split('.') as ['task', string];
  return (experiment[section] as Record<string, SettingValue>)[key] as SettingValue;
}

/** Restores settings. */
export function undo(before: Remedy['changes'], session: Session): AppliedFix {
  for (const [path, value] of Object.entries(before)) session.amend(path, value);
  return { words: words.undone(nextGeneration(session)) };
}
