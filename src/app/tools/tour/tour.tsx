import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { readStored, writeStored } from '../../browser/web-storage.ts';
import type { Session } from '../../session/session.ts';
import type { ToolProps } from '../../tool.ts';
import { type Course, createCourse } from './course.ts';
import { LessonQuestion } from './lesson-question.tsx';
import { createStageVisit } from './stage-visit.ts';
import { steps } from './steps.ts';
import './tour.css';
import './pictures.css';
import './tour-page.css';
import { words } from './words.ts';

/** Kept while the page is open, so that the tour can be closed and continued. */
const courses = new WeakMap<Session, Course>();

function courseOf({ session, stageController }: ToolProps): Course {
  const course = courses.get(session) ?? createCourse(stageController, session.simulate);
  courses.set(session, course);
  return course;
}

const remembered = () => {
  const at = steps.findIndex(({ id }) => id === readStored('sessionStorage', 'tour.step'));
  return Math.max(0, at);
};

/** A dot for each step, the present one marked. */
function Dots({ at }: { at: number }) {
  return (
    <div class="dots" aria-hidden="true">
      {steps.map(({ id }, i) => (
        <i key={id} data-state={i === at ? 'now' : i < at ? 'past' : undefined} />
      ))}
    </div>
  );
}

/** A guided tour through learning on the page's own stage. Leaving it restores the page. */
export function Tour(page: ToolProps) {
  const at = useSignal(remembered());
  const heading = useRef<HTMLHeadingElement>(null);
  const course = courseOf(page);
  const { id, heading: title, text, Activity, isYours } = steps[at.value]!;
  const visit = useRef(createStageVisit(page));

  useEffect(() => {
    writeStored('sessionStorage', 'tour.step', id);
    document.documentElement.dataset.tour = id;
    heading.current?.focus({ preventScroll: true });
    heading.current?.closest('.content')?.scrollTo(0, 0);
    if (isYours) visit.current.restore();
    else visit.current.begin();
    return () => course.stop();
  }, [id, isYours, course]);
  useEffect(
    () => () => {
      visit.current.restore();
      delete document.documentElement.dataset.tour;
    },
    [],
  );

  const go = (to: number) => {
    at.value = Math.max(0, Math.min(steps.length - 1, to));
  };
  const finish = () => {
    writeStored('sessionStorage', 'tour.step', '');
    page.close();
  };
  // Otherwise the page's key bindings would continue the run or change the stage.
  const listen = (event: KeyboardEvent) => {
    const { key, target } = event;
    if (!(target instanceof HTMLElement) || target.matches('input')) return;
    if (key === 'ArrowRight') go(at.value + 1);
    else if (key === 'ArrowLeft') go(at.value - 1);
    else if (key !== ' ') return;
    event.stopPropagation();
  };
  const isLast = at.value === steps.length - 1;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows are a second way to its buttons
    <div class="tour" onKeyDown={listen}>
      <article key={id}>
        <p class="place">
          {words.step(at.value + 1, steps.length)}
          <Dots at={at.value} />
        </p>
        <h3 ref={heading} tabIndex={-1}>
          {title}
        </h3>
        <LessonQuestion />
        <p class="saying">{text(course.genome.value.length)}</p>
        <Activity course={course} page={page} />
      </article>
      <footer>
        <p class="waits">{isYours ? words.goesOn : words.waits}</p>
        <nav aria-label={title}>
          <button type="button" class="quiet" hidden={isLast} onClick={page.close}>
            {words.skip}
          </button>
          <button type="button" disabled={at.value === 0} onClick={() => go(at.value - 1)}>
            {words.back}
          </button>
          <button type="button" class="primary" onClick={isLast ? finish : () => go(at.value + 1)}>
            {isLast ? words.done : words.next}
          </button>
        </nav>
      </footer>
    </div>
  );
}
