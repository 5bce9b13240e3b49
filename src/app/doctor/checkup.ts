import { diagnose, WINDOW } from '../../run/diagnosis.ts';
import type { Finding } from '../../run/finding.ts';
import type { Session } from '../session.ts';

/** What is seen of the session's run now, by its generations since its settings last changed. */
export function checkup({ experiment, now, history, latest }: Session): Finding[] {
  const next = (latest.peek()?.generation ?? -1) + 1;
  const changes = experiment.peek().amendments.map(({ generation }) => generation);
  const since = Math.max(0, ...changes.filter((generation) => generation <= next));
  return diagnose(now.peek(), history.latest(WINDOW, since));
}
