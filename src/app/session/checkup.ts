import { diagnose, WINDOW } from '../../run/diagnosis.ts';
import type { Finding } from '../../run/finding.ts';
import type { Session } from './session.ts';

/** The generation in which settings last changed; 0 if they never did. */
export function lastChangeOf({ experiment, latest }: Session): number {
  const next = (latest.peek()?.generation ?? -1) + 1;
  const changes = experiment.peek().amendments.map(({ generation }) => generation);
  return Math.max(0, ...changes.filter((generation) => generation <= next));
}

/** Findings about the current run, from its generations since the settings last changed. */
export function checkup(session: Session): Finding[] {
  return diagnose(session.nextExperiment.peek(), session.history.latest(WINDOW, lastChangeOf(session)));
}
