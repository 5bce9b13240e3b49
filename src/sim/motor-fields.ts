import { choice, number } from '../schema/field.ts';

/** Settings of a body's motors, for every task but BipedalWalker. */
export const motorFields = {
  drive: choice({
    default: 'torque',
    options: ['torque', 'servo'],
    title: 'Joints',
    effect: 'What the brain sets: how hard each joint turns (torque), or the angle that it goes to (servo).',
    fixed: true,
  }),
  servoGain: number({
    default: 8,
    min: 0.5,
    max: 60,
    title: 'Servo gain',
    unit: '1/s',
    effect: 'How fast a servo closes the gap to its angle: the speed it aims at is the gap times this.',
  }),
  strength: number({
    default: 1,
    min: 0.05,
    max: 5,
    title: 'Strength',
    unit: '×',
    effect: 'Largest torque of every joint, as a share of what the body has; weaker is softer and calmer.',
  }),
  topSpeed: number({
    default: 1,
    min: 0.05,
    max: 5,
    title: 'Top speed of joints',
    unit: '×',
    effect: 'Largest speed of every joint, as a share of what the body has.',
  }),
  stanceSpeed: number({
    default: 1,
    min: 0.05,
    max: 1,
    title: 'Speed of a standing leg',
    unit: '×',
    effect: 'Share of that speed that a servo may reach while its own foot is down; lower bounces less.',
  }),
};
