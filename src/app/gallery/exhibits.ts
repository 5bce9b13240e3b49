import { bodies } from '../../creature/bodies.ts';
import type { BodyPlan } from '../../creature/body-plan.ts';
import { restartedWith } from '../../run/amend.ts';
import { parseExperiment } from '../../run/experiment.ts';
import type { Experiment, SettingValue } from '../../run/experiment-schema.ts';
import { presets } from '../../run/presets.ts';
import { tasks } from '../../sim/tasks.ts';
import type { GalleryTab } from '../session/gallery.ts';
import { type Walker, walkers } from '../walkers/walkers.ts';

/** One thing to choose. */
export interface Exhibit {
  /** Its name in its catalogue. */
  name: string;
  title: string;
  about: string;
  /** The run that it begins. Throws an Error that says why it cannot. */
  experiment(): Experiment;
  /** Whether it opens a comparison of settings instead of beginning a run. */
  isSweep: boolean;
  /** The trained creature that is shown with it. */
  walker: Walker | undefined;
  /** Of a body: what the editor changes. */
  plan?: BodyPlan;
}

type Catalogue = Record<string, { title: string; about: string }>;

const fromCatalogue = (
  catalogue: Catalogue,
  now: Experiment,
  path: string,
  walkerOf: (name: string) => Walker | undefined,
): Exhibit[] =>
  Object.entries(catalogue).map(([name, { title, about }]) => ({
    ...{ name, title, about, isSweep: false, walker: walkerOf(name) },
    experiment: () => restartedWith(now, { [path]: name as SettingValue }),
  }));

/** The exhibits of a tab, for a page whose next run would be `now`. */
export function exhibitsOf(tab: GalleryTab, now: Experiment): Exhibit[] {
  if (tab === 'bodies') {
    const plans: Record<string, BodyPlan> = bodies;
    return fromCatalogue(plans, now, 'body', (name) => walkers.find(({ body }) => body === name)).map((exhibit) => ({
      ...exhibit,
      plan: plans[exhibit.name]!,
    }));
  }
  if (tab === 'tasks') {
    return fromCatalogue(tasks, now, 'task.name', (name) => {
      const able = walkers.filter(({ task }) => task === name);
      return able.find(({ body }) => body === now.body) ?? able[0];
    });
  }
  return Object.entries(presets).map(([name, { title, about, experiment, sweep }]) => ({
    ...{ name, title, about, isSweep: sweep !== undefined },
    walker: walkers.find(({ preset }) => preset === name),
    experiment: () => parseExperiment(experiment),
  }));
}

/** The name of the exhibit that an experiment is of; empty for a body of its own or settings of no preset. */
export function currentIn(tab: GalleryTab, { body, task }: Experiment, preset: string): string {
  if (tab === 'presets') return preset;
  if (tab === 'tasks') return task.name;
  return typeof body === 'string' ? body : '';
}
