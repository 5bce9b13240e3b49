import { expect, it } from 'vitest';
import { madePreset, presetOf } from '../../../src/app/session/preset-of.ts';
import { parseExperiment } from '../../../src/run/experiment.ts';
import { presets } from '../../../src/run/presets.ts';

it('names the preset that an experiment is, whatever its seed', () => {
  expect(presetOf(parseExperiment({ body: 'hopper', seed: 9 }))).toBe('hopper-hops');
  expect(presetOf(parseExperiment({ body: 'hopper', optimizer: { name: 'snes', sigma: 0.3 } }))).toBe('');
});

it.each([
  ['of the same body', { body: 'quadruped' }, 'quadruped'],
  ['of another body, when only such have settings for the task', { task: { name: 'jump' } }, 'hopper'],
  ['of the body that runs, among those for running', { body: 'stroller', task: { name: 'natural-run' } }, 'stroller'],
])('offers a preset %s', (_, given, body) => {
  const experiment = parseExperiment(given);
  const name = madePreset(experiment) ?? '';
  expect(presets[name]?.experiment.body).toBe(body);
  expect(parseExperiment(presets[name]?.experiment).task.name).toBe(experiment.task.name);
});

it('offers none where the defaults are made for the task, or where they have been changed', () => {
  expect(madePreset(parseExperiment({ body: 'strider' }))).toBeUndefined();
  expect(madePreset(parseExperiment({ task: { name: 'hills' } }))).toBeUndefined();
  expect(madePreset(parseExperiment({ task: { name: 'jump', gravity: 5 } }))).toBeUndefined();
});
