import { integer } from '../schema/field.ts';

/** The setting that every optimizer has. */
export const populationSize = (defaultValue: number) =>
  integer({
    default: defaultValue,
    min: 4,
    max: 4096,
    title: 'Population',
    unit: 'lives',
    effect: 'More lives in a generation make each of its steps surer and slower.',
    level: 'basic',
  });
