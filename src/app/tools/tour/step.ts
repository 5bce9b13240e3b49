import type { ComponentType } from 'preact';
import type { ToolProps } from '../../tool.ts';
import type { Course } from './course.ts';

/** Props of a step's component. */
export interface StepProps {
  course: Course;
  page: ToolProps;
}

/** One step of the tour: its texts, and the component that does something. */
export interface TourStep {
  id: string;
  heading: string;
  /** `knobs` is how many numbers the brain has. */
  text(knobs: number): string;
  Activity: ComponentType<StepProps>;
  /** The stage shows the page's run again. */
  isYours?: true;
}
