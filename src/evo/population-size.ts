import { integer } from '../schema/field.ts';

/** The setting that every optimizer has. */
export const populationSize = (defaultValue: number) =>
  integer({
    default: defaultValue,
    min: 4,
    max: 4096,
    title: 'Population',
    unit: 'brains',
    effect: 'Brains per generation; more make each update more reliable and slower.',
    level: 'basic',
  });
