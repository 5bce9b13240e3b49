import { writeStored } from '../browser/web-storage.ts';

/**
 * A teacher's link names a step of the tour in its query, such as `?lesson=ten-knobs`, and may ask a question with `&ask=`.
 * Makes the tour open at that step, or at its first if there is no such step. Returns whether the address is such a link.
 */
export function isLessonLink(): boolean {
  const step = new URLSearchParams(location.search).get('lesson');
  if (step === null) return false;
  writeStored('sessionStorage', 'tour.step', step);
  return true;
}
