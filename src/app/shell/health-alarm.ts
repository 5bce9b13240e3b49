import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Finding } from '../../run/finding.ts';
import { throttle } from '../browser/throttle.ts';
import type { Session } from '../session/session.ts';

/** Serious findings about the current run, in words. */
export interface HealthAlarm {
  /** The worst present finding; empty if none. */
  readonly alarm: ReadonlySignal<string>;
  /** For screen readers: the first finding of each kind in a run; empty if none. */
  readonly announcement: ReadonlySignal<string>;
}

/** Milliseconds between two checks. */
const EVERY = 2000;
/** The first generation that is checked; earlier ones do not tell enough. */
const FIRST_CHECKED = 5;

/** Checks the run every few seconds. The code that checks is loaded when it is first needed. */
export function watchHealth(session: Session): HealthAlarm {
  const alarm = signal('');
  const announcement = signal('');
  const announced = new Set<string>();
  let checkup: ((session: Session) => Finding[]) | undefined;

  const { request } = throttle(EVERY, async () => {
    if ((session.latest.peek()?.generation ?? 0) < FIRST_CHECKED) return;
    try {
      checkup ??= (await import('../session/checkup.ts')).checkup;
    } catch {
      // Without the code there are no findings.
      return;
    }
    const worst = checkup(session).find(({ severity }) => severity === 'serious');
    alarm.value = worst?.words ?? '';
    if (worst === undefined || announced.has(worst.id)) return;
    announced.add(worst.id);
    announcement.value = worst.words;
  });
  effect(() => {
    if (session.latest.value === undefined) {
      announced.clear();
      alarm.value = '';
      announcement.value = '';
    }
    void session.nextExperiment.value;
    request();
  });
  return { alarm, announcement };
}
