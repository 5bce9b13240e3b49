import { choice, number } from '../schema/field.ts';

/** Settings of a body's motors, for every task but BipedalWalker. */
export const motorFields = {
  drive: choice({
    default: 'torque',
    options: ['torque', 'servo'],
    title: 'Joints',
    effect: 'What the brain sets: the torque of each joint (torque) or its target angle (servo).',
    fixed: true,
  }),
  servoGain: number({
    default: 8,
    min: 0.5,
    max: 60,
    title: 'Servo gain',
    unit: '1/s',
    effect: 'How fast a servo reaches its target angle: its speed is the remaining angle times this.',
  }),
  strength: number({
    default: 1,
    min: 0.05,
    max: 5,
    title: 'Strength',
    unit: '×',
    effect: 'Maximum torque of every joint, as a share of the body’s own; less is softer and calmer.',
  }),
  topSpeed: number({
    default: 1,
    min: 0.05,
    max: 5,
    title: 'Top speed of joints',
    unit: '×',
    effect: 'Maximum speed of every joint, as a share of the body’s own.',
  }),
  stanceSpeed: number({
    default: 1,
    min: 0.05,
    max: 1,
    title: 'Speed of a standing leg',
    unit: '×',
    effect: 'Share of that speed that a servo may reach while the foot of its leg is on the ground; less bounces less.',
  }),
  hipRange: number({
    default: 1,
    min: 0.05,
    max: 1,
    title: 'Range of the hips',
    unit: '×',
    effect: 'How far a servo turns a hip towards its limits; shorter strides than the joint allows bounce less.',
  }),
};
