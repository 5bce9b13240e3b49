import type { ComponentType } from 'preact';
import type { ToolProps } from '../../tool.ts';
import type { Course } from './course.ts';

/** What a step's own part has to work with. */
export interface StepProps {
  course: Course;
  page: ToolProps;
}

/** One step: what is said, and the part that does something. */
export interface Step {
  id: string;
  heading: string;
  /** `knobs` is how many numbers the brain has. */
  text(knobs: number): string;
  Doing: ComponentType<StepProps>;
  /** The visitor's own creature is on the stage again. */
  isYours?: true;
}
