import * as v from 'valibot';
import { bodies } from '../creature/bodies.ts';
import { bodyPlanSchema } from '../creature/body-plan.ts';
import { brains } from '../creature/brains.ts';
import { optimizerDescriptions } from '../evo/optimizer-descriptions.ts';
import { described } from '../schema/described.ts';
import { choice, flag, integer, isFixed } from '../schema/field.ts';
import { tasks } from '../sim/tasks.ts';
import { startSchema } from './start-schema.ts';

type CatalogueEntry = { name: string; title: string; about: string; settings: { entries: v.ObjectEntries } };

/** One of a catalogue's entries with its settings: `{ name: 'walk', difficulty: 0.5 }`; what is left out takes its default. */
function oneOf(catalogue: Record<string, CatalogueEntry>) {
  const options = Object.entries(catalogue).map(([name, { title, about, settings }]) =>
    v.pipe(
      v.strictObject({ name: described(v.literal(name), about), ...settings.entries }),
      v.metadata({ title, description: about }),
    ),
  );
  return v.variant('name', options as never) as unknown as v.GenericSchema<Named, Named>;
}

/** A catalogue's name with that entry's settings. */
export type Named = { name: string } & Record<string, unknown>;

/** Settings of the run itself. */
export const runFields = {
  trials: integer({
    default: 1,
    min: 1,
    max: 64,
    title: 'Attempts per brain',
    effect: 'Averages several attempts on different grounds: less luck, more time.',
    level: 'basic',
  }),
  normalise: flag({
    default: true,
    title: 'Normalise observations',
    effect: 'Centres and scales the observations by all observations so far. Without it learning is far slower.',
    fixed: true,
  }),
  champion: choice({
    default: 'mean',
    options: ['mean', 'best'],
    title: 'Champion',
    effect: 'Which brain is shown: the mean of the search, or the best of the generation.',
  }),
  championTrials: integer({
    default: 2,
    min: 1,
    max: 64,
    title: 'Tests of the champion',
    effect: 'Attempts on new ground that measure the champion.',
  }),
  recordTrials: integer({
    default: 0,
    min: 0,
    max: 64,
    title: 'Extra tests of a record',
    effect:
      'Attempts on further grounds before a champion becomes the record, so that luck on a few grounds is not enough.',
  }),
  championGrounds: choice({
    default: 'new',
    options: ['new', 'same'],
    title: 'Grounds of these tests',
    effect: 'New grounds in each generation, or the same in all, which compares records fairly.',
  }),
};

/** Types that a setting's value can have. */
export const settingValue = v.union([v.pipe(v.number(), v.finite()), v.boolean(), v.string(), v.array(v.number())]);

/** Paths of a section's settings that may change during a run, over all entries of its catalogue. */
function changeable(section: string, catalogue: readonly { settings: { entries: v.ObjectEntries } }[]): string[] {
  const fields = catalogue.flatMap(({ settings }) => Object.entries(settings.entries));
  return fields.flatMap(([key, field]) => (isFixed(field) ? [] : [`${section}.${key}`]));
}

/** For the JSON Schema alone: which of these an experiment has, and their ranges, amendments.ts checks. */
const paths = new Set([
  ...changeable('task', Object.values(tasks)),
  ...changeable('brain', Object.values(brains)),
  ...changeable('optimizer', Object.values(optimizerDescriptions)),
  ...changeable('run', [{ settings: { entries: runFields } }]),
]);

/** Settings changed during the run, from a generation on. */
const amendmentSchema = v.strictObject({
  generation: described(
    v.pipe(v.number(), v.integer(), v.minValue(0)),
    'The first generation with these settings, counted from 0.',
  ),
  changes: described(
    v.record(v.pipe(v.string(), v.maxLength(60), v.metadata({ enum: [...paths] })), settingValue),
    'Settings by their path, such as task.difficulty, with their new values, in the ranges of these settings. Of several amendments of one setting, the last one in the list that is due is in effect.',
  ),
});

/** The document's fields, each checked alone; what must fit together is checked in experiment.ts. */
export const experimentFields = v.strictObject({
  version: v.optional(v.pipe(v.literal(1), v.description('Version of the format.')), 1),
  title: v.optional(
    v.pipe(v.string(), v.maxLength(100), v.description('Shown to people; does not affect the results.')),
    '',
  ),
  seed: v.optional(
    v.pipe(
      v.number(),
      v.integer(),
      v.minValue(0),
      v.maxValue(4294967295),
      v.description('The same seed gives the same run to the last bit.'),
    ),
    1,
  ),
  body: v.optional(
    described(
      v.union([v.picklist(Object.keys(bodies)), bodyPlanSchema]),
      "The creature: a body of the catalogue by its name, or a body plan of one's own.",
    ),
    'biped',
  ),
  task: v.optional(described(oneOf(tasks), 'The task, by name, with its settings: reward and terrain.'), {
    name: 'walk',
  }),
  brain: v.optional(described(oneOf(brains), 'The brain, by name, with its settings.'), {
    name: 'mlp',
  }),
  optimizer: v.optional(described(oneOf(optimizerDescriptions), 'The optimizer, by name, with its settings.'), {
    name: 'snes',
  }),
  run: v.optional(described(v.strictObject(runFields), 'Settings of the run itself.'), {}),
  amendments: v.optional(
    described(
      v.pipe(v.array(amendmentSchema), v.maxLength(10000)),
      'Settings that change during the run, each from a generation on. At most 10000.',
    ),
    () => [],
  ),
  start: v.optional(
    described(startSchema, 'The trained brain with which the run starts; by default an untrained one.'),
  ),
});

export type Experiment = v.InferOutput<typeof experimentFields>;
export type Amendment = v.InferOutput<typeof amendmentSchema>;
export type SettingValue = v.InferOutput<typeof settingValue>;
