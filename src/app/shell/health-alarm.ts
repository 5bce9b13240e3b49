import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Finding } from '../../run/finding.ts';
import { throttle } from '../browser/throttle.ts';
import type { Session } from '../session/session.ts';

/** What is serious about the run on the page, in words. */
export interface HealthAlarm {
  /** The worst of it now; empty while there is nothing. */
  readonly alarm: ReadonlySignal<string>;
  /** To be told once: of each kind of finding the first in a run. */
  readonly news: ReadonlySignal<string>;
}

/** Milliseconds between two looks. */
const EVERY = 2000;
/** Before so many generations nothing can be said, and what it is said with need not be loaded. */
const FIRST = 5;

/** Looks at the run now and then, whatever is open. What it looks with is loaded when there is something to see. */
export function watchHealth(session: Session): HealthAlarm {
  const alarm = signal('');
  const news = signal('');
  const told = new Set<string>();
  let checkup: ((session: Session) => Finding[]) | undefined;

  const { soon } = throttle(EVERY, async () => {
    if ((session.latest.peek()?.generation ?? 0) < FIRST) return;
    try {
      checkup ??= (await import('../session/checkup.ts')).checkup;
    } catch {
      // Without a connection there is no finding, which is no fault of the run.
      return;
    }
    const worst = checkup(session).find(({ severity }) => severity === 'serious');
    alarm.value = worst?.words ?? '';
    if (worst === undefined || told.has(worst.id)) return;
    told.add(worst.id);
    news.value = worst.words;
  });
  effect(() => {
    if (session.latest.value === undefined) {
      told.clear();
      alarm.value = '';
      news.value = '';
    }
    void session.now.value;
    soon();
  });
  return { alarm, news };
}
