import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { bodyPlanSchema } from '../src/creature/body-plan.ts';
import { policyFromDocument } from '../src/format/policy-document.ts';
import { type Body, createEnvironment, type Environment } from '../src/library.ts';
import { withoutEarlyStop } from '../src/run/episode-rules.ts';
import { evaluateBatch } from '../src/run/evaluator.ts';
import { parseExperiment } from '../src/run/experiment.ts';
import { setupOf } from '../src/run/setup.ts';
import { puppet } from './creature/puppet.ts';

/** Runs an episode to its end with the actions of `act`. */
function run(environment: Environment, seed: number, act: (observation: Float64Array) => ArrayLike<number>) {
  let { observation } = environment.reset(seed);
  const rewards: number[] = [];
  for (;;) {
    const step = environment.step(act(observation));
    rewards.push(step.reward);
    observation = step.observation;
    const { terminated, truncated } = step;
    if (terminated || truncated) return { rewards, observation, terminated, truncated };
  }
}

const limp = ({ actionSize }: Environment) => {
  const action = new Array(actionSize).fill(0);
  return () => action;
};

/** A step in an episode that has begun, with whatever is passed. */
function step(...action: unknown[]): unknown {
  const environment = createEnvironment();
  environment.reset(1);
  return (environment.step as (...words: unknown[]) => unknown)(...action);
}

describe('createEnvironment', () => {
  test('is BipedalWalker by default, with its sizes, names and times', () => {
    for (const environment of [createEnvironment(), createEnvironment('bipedal-walker')]) {
      expect(environment).toMatchObject({ observationSize: 24, actionSize: 4, stepLimit: 1600, controlTimestep: 0.02 });
      expect(environment.observationNames.length).toBe(24);
      expect(environment.observationNames[0]).toBe('hull angle');
      expect(environment.actionNames.length).toBe(4);
    }
    expect(createEnvironment({ task: 'bipedal-walker-hardcore' }).stepLimit).toBe(2000);
  });

  test('has the same bits with the reference physics', () => {
    const episodes = (['flat', 'wasm', 'javascript', 'planck'] as const).map((physics) => {
      const environment = createEnvironment({ task: 'stairs', body: 'hopper', physics });
      expect(environment.physics).toBe(physics === 'flat' ? 'wasm' : physics);
      const seen = [environment.reset(3).observation];
      for (let step = 0; step < 12; step++)
        seen.push(environment.step(environment.actionNames.map((_, j) => Math.sin(step + j))).observation);
      return seen;
    });
    for (const episode of episodes) expect(episode).toEqual(episodes[0]);
  });

  test('gives a published net the same return as an evaluation, and terminates on arrival', () => {
    const document = JSON.parse(readFileSync('tests/fixtures/policies/estool-biped-9.json', 'utf8'));
    const { brain, genome } = policyFromDocument(document, 'estool');
    const experiment = withoutEarlyStop(parseExperiment({ task: { name: 'bipedal-walker' }, brain }));
    const request = { genome, seed: 5, statistics: null, record: false };
    const [episode] = evaluateBatch({ experiment, requests: [request] });
    const policy = setupOf(experiment).brain.createPolicy(genome);
    const action = new Float64Array(4);
    const result = run(createEnvironment(), 5, (observation) => {
      policy(observation, action);
      return action;
    });
    expect(result).toMatchObject({ terminated: true, truncated: false });
    expect(result.rewards.length).toBe(episode!.evaluation.steps);
    expect(result.rewards.reduce((sum, reward) => sum + reward, 0)).toBe(episode!.evaluation.return);
  });

  test('a fall terminates with the published penalty', () => {
    const environment = createEnvironment();
    const result = run(environment, 1, limp(environment));
    expect(result).toMatchObject({ terminated: true, truncated: false });
    expect(result.rewards.at(-1)).toBe(-100);
  });

  test('the time limit truncates; stagnation only if it is set', () => {
    const environment = createEnvironment({ task: 'walk', body: 'caterpillar', settings: { duration: 4 } });
    const result = run(environment, 1, limp(environment));
    expect(environment.stepLimit).toBe(120);
    expect(result).toMatchObject({ terminated: false, truncated: true, rewards: { length: 120 } });
    const settings = { duration: 4, stagnation: 1 };
    const impatient = createEnvironment({ task: 'walk', body: 'caterpillar', settings });
    expect(run(impatient, 1, limp(impatient))).toMatchObject({ truncated: true, rewards: { length: 30 } });
  });

  test('the same seed, which info names, gives the same episode; without a seed each differs', () => {
    const environment = createEnvironment();
    const act = (observation: Float64Array) => [observation[0]! * 3, 0.5, -1, observation[9]!];
    const first = run(environment, 7, act);
    const { info } = environment.reset();
    const initial = environment.reset({ seed: info.seed });
    expect(info.seed).not.toBe(7);
    expect(run(environment, 7, act)).toEqual(first);
    expect(run(environment, info.seed, act).rewards).not.toEqual(first.rewards);
    environment.reset(7);
    expect(environment.reset()).toEqual(initial);
  });

  test('two side by side do not affect each other, and observations are new arrays', () => {
    const alone = createEnvironment();
    const act = [0.5, -0.5, 0.25, 1];
    const kept = [alone.reset(1).observation, ...Array.from({ length: 30 }, () => alone.step(act).observation)];
    const [one, two] = [createEnvironment(), createEnvironment({ task: 'hills', body: 'dog' })];
    const also = [one.reset(1).observation];
    two.reset(2);
    for (let i = 0; i < 30; i++) {
      also.push(one.step(Float64Array.from(act)).observation);
      if (!two.step(limp(two)()).truncated) continue;
      two.reset();
    }
    expect(also).toEqual(kept);
    expect(new Set(kept).size).toBe(31);
  });

  test('takes a body plan', () => {
    const environment = createEnvironment({ task: 'walk', body: puppet });
    expect(environment.actionNames).toEqual(puppet.joints.map(({ name }) => name));
    expect(environment.reset(1).observation.length).toBe(environment.observationSize);
    // The published type and the schema's type are assignable to each other.
    type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;
    type Plan = v.InferInput<typeof bodyPlanSchema>;
    const there: (plan: Plan) => Body = (plan) => plan;
    const back: (body: Body) => Frozen<Plan> = (body) => body;
    expect(back(there(puppet))).toBe(puppet);
  });

  test.each<[string, () => unknown, string]>([
    ['task', () => createEnvironment('fly'), 'task.name is "fly", must be "walk" or'],
    ['body', () => createEnvironment({ task: 'walk', body: 'bipd' }), 'body is "bipd", must be "biped" or'],
    [
      'pair of body and task',
      () => createEnvironment({ body: 'dog' }),
      'task "bipedal-walker" needs body "bipedal-walker"',
    ],
    ['setting', () => createEnvironment({ settings: { speed: 1 } }), 'task.speed is not a known setting'],
    [
      'value of a setting',
      () => createEnvironment({ settings: { duration: 0 } }),
      'task.duration is 0, must be 1 or more',
    ],
    [
      'option',
      () => createEnvironment({ sed: 4 } as object),
      'there is no option sed, only task, body, settings, physics; a seed',
    ],
    [
      'physics',
      () => createEnvironment({ physics: 'box2d' as 'flat' }),
      'physics is box2d, must be one of flat, wasm, javascript, planck',
    ],
    ['mistyped option', () => createEnvironment({ tsk: 'walk' } as object), 'did you mean task?'],
    [
      'option of reset',
      () => createEnvironment().reset({ sed: 4 } as object),
      'of reset, only seed; did you mean seed?',
    ],
    ['missing action', () => step(), 'step takes an action: a list of 4 numbers from -1 to 1, one for each joint'],
    ['number for an action', () => step(0.5), 'step takes an action: a list of 4 numbers'],
    ['seed', () => createEnvironment().reset(-1), 'seed is -1, must be a whole number from 0 to 4294967295'],
    ['step before a reset', () => createEnvironment().step([0, 0, 0, 0]), 'no episode has begun: call reset'],
  ])('a wrong %s is refused', (_what, action, sentence) => {
    expect(action).toThrow(sentence);
  });

  test('a wrong action is refused, and the episode continues', () => {
    const environment = createEnvironment({ task: 'walk', settings: { duration: 1 } });
    environment.reset(1);
    expect(() => environment.step([0])).toThrow('action has 1 numbers, must have 4');
    expect(() => environment.step([0, 0, Number.NaN, 0])).toThrow('action[2] is NaN, must be a finite number');
    while (!environment.step([0, 0, 0, 0]).truncated);
    expect(() => environment.step([0, 0, 0, 0])).toThrow('the episode is over: call reset');
  });
});

describe('the package', () => {
  test('runs the example, which imports it by name', () => {
    const out = execFileSync(process.execPath, ['examples/environment.js'], { encoding: 'utf8' });
    expect(out).toMatch(/^24 observations; actions: .*, .*, .*, .*\n\d+ steps, return -?[\d.]+\n$/);
    expect(readFileSync('examples/environment.js', 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(21);
  });

  test('has types that need no others', () => {
    const folder = mkdtempSync(join(tmpdir(), 'gaitlab-consumer-'));
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(resolve('.'), join(folder, 'node_modules/gaitlab'));
    writeFileSync(
      join(folder, 'consumer.ts'),
      `import { createEnvironment, type StepResult } from 'gaitlab';
      const environment = createEnvironment({ task: 'walk', body: 'dog', settings: { difficulty: 0.5 } });
      const observation: Float64Array = environment.reset({ seed: 1 }).observation;
      const { reward, terminated, truncated }: StepResult = environment.step(new Float32Array(environment.actionSize));
      export const told: [number, boolean, boolean, number] = [reward, terminated, truncated, observation.length];
      // @ts-expect-error an action is no text
      environment.step('forward');
      // @ts-expect-error no such option
      createEnvironment({ tsk: 'walk' });`,
    );
    for (const module of ['nodenext', 'preserve']) {
      const flags = [
        '--noEmit',
        '--strict',
        '--module',
        module,
        '--target',
        'es2022',
        '--lib',
        'es2022',
        '--types',
        '',
      ];
      const tsc = resolve('node_modules/typescript/bin/tsc');
      const { status, stdout } = spawnSync(process.execPath, [tsc, ...flags, 'consumer.ts'], {
        cwd: folder,
        encoding: 'utf8',
      });
      expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    }
    rmSync(folder, { recursive: true });
  });
});
