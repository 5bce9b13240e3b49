import { withSetting } from '../../../run/amend.ts';
import { parseExperiment } from '../../../run/experiment.ts';
import type { Experiment, SettingValue } from '../../../run/experiment-schema.ts';
import type { Remedy } from '../../../run/finding.ts';
import { count } from '../../amounts.ts';
import type { Session } from '../../session/session.ts';
import { words } from './words.ts';

/** The experiment that a remedy begins again with. Throws an Error that says why it cannot. */
export function begunAgain(now: Experiment, { changes, body }: Remedy): Experiment {
  const plain = parseExperiment({ ...now, amendments: [], ...(body ? { body } : {}) });
  return Object.entries(changes).reduce((experiment, [path, value]) => withSetting(experiment, path, value), plain);
}

/** What came of a remedy. */
export interface AppliedFix {
  words: string;
  /** Settings as they were before, where they can be had back. */
  before?: Remedy['changes'];
}

/** Does what a remedy says, and tells what was done or why it was not. */
export function apply(remedy: Remedy, session: Session, choose: (experiment: Experiment) => void): AppliedFix {
  try {
    if (remedy.kind === 'restart') {
      choose(begunAgain(session.now.peek(), remedy));
      return { words: words.restarted };
    }
    const before = Object.fromEntries(Object.keys(remedy.changes).map((path) => [path, at(session.now.peek(), path)]));
    for (const [path, value] of Object.entries(remedy.changes)) session.amend(path, value);
    return { words: words.amended(remedy.words, nextOf(session)), before };
  } catch (error) {
    return { words: error instanceof Error ? error.message : String(error) };
  }
}

const nextOf = ({ latest }: Session) => count((latest.peek()?.generation ?? -1) + 1);

function at(experiment: Experiment, path: string): SettingValue {
  const [room, key] = path.split('.') as ['task', string];
  return (experiment[room] as Record<string, SettingValue>)[key] as SettingValue;
}

/** Gives settings back what they were. */
export function undo(before: Remedy['changes'], session: Session): AppliedFix {
  for (const [path, value] of Object.entries(before)) session.amend(path, value);
  return { words: words.undone(nextOf(session)) };
}
