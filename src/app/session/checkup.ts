import { diagnose, WINDOW } from '../../run/diagnosis.ts';
import type { Finding } from '../../run/finding.ts';
import type { Session } from './session.ts';

/** The generation from which its settings have stood as they do. */
export function sinceOf({ experiment, latest }: Session): number {
  const next = (latest.peek()?.generation ?? -1) + 1;
  const changes = experiment.peek().amendments.map(({ generation }) => generation);
  return Math.max(0, ...changes.filter((generation) => generation <= next));
}

/** What is seen of the session's run now, by its generations since its settings last changed. */
export function checkup(session: Session): Finding[] {
  return diagnose(session.now.peek(), session.history.latest(WINDOW, sinceOf(session)));
}
