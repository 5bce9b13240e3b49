import type { ComponentType } from 'preact';
import type { ToolProps } from '../../tool.ts';
import type { Course } from './course.ts';

/** Props of a step's component. */
export interface StepProps {
  course: Course;
  page: ToolProps;
}

/** One step of the tour: its texts, and its interactive component. */
export interface TourStep {
  id: string;
  heading: string;
  /** @param knobs number of weights of the brain */
  text(knobs: number): string;
  Activity: ComponentType<StepProps>;
  /** Whether the stage shows the page's run again. */
  isYours?: true;
}
