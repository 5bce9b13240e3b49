import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodies } from '../../src/creature/bodies.ts';
import { experimentFromHash, experimentToHash, experimentToSharedHash } from '../../src/format/experiment-link.ts';
import { colourFromHash } from '../../src/format/link-colour.ts';
import { parseExperiment } from '../../src/run/experiment.ts';
import type { Experiment } from '../../src/run/experiment-schema.ts';
import { setupOf } from '../../src/run/setup.ts';
import { startToDocument } from '../../src/run/start.ts';
import { sensorsIn } from '../../src/sim/task.ts';

/** A brain with as many weights as a biped's, with observation statistics. */
const start = () => {
  const { brain, task, plan, settings } = setupOf(parseExperiment({}));
  const felt = sensorsIn(task, plan, settings).length;
  const numbers = (count: number, of: (i: number) => number) => Array.from({ length: count }, (_, i) => of(i));
  return startToDocument(
    {
      genome: Float32Array.from(numbers(brain.parameterCount, (i) => Math.sin(i) / 3)),
      statistics: {
        count: 12345,
        mean: Float64Array.from(numbers(felt, (i) => Math.cos(i) * 10 ** (i - 12))),
        squares: Float64Array.from(numbers(felt, (i) => 1e5 / (i + 3))),
      },
    },
    { title: '12', seed: 3, generation: 40 },
  );
};

const back = (input: unknown): [Experiment, Experiment | undefined] => {
  // As it would come from a file: JSON knows no -0.
  const experiment = parseExperiment(JSON.parse(JSON.stringify(input)));
  return [experiment, experimentFromHash(experimentToHash(experiment))];
};

describe('the link to an experiment', () => {
  it.each([
    {},
    { seed: 4294967295, title: 'Tom & Ann = 100 % #1?' },
    { title: '12' },
    { title: 'true' },
    { title: '1,2' },
    { title: '~' },
    { title: ',' },
    { title: 'naïve 🦿' },
    { task: { name: 'hills', difficulty: 0.75, duration: 1e1, continuous: true } },
    { brain: { name: 'mlp', hidden: [32] } },
    { brain: { name: 'mlp', hidden: [] } },
    { brain: { name: 'mlp', hidden: [8, 8, 8] } },
    { optimizer: { name: 'snes', sigma: 1e-6 } },
    { optimizer: { name: 'neat', speciesCount: 4 } },
    { brain: { name: 'graph' } },
    { optimizer: { name: 'map-elites', across: 'speed', up: 'left duty' } },
    { run: { trials: 3, champion: 'best', normalise: false } },
    { body: bodies.biped },
    { start: start() },
    { start: { genome: start().genome, statistics: null } },
    { amendments: [{ generation: 7, changes: { 'task.difficulty': 1, 'run.champion': 'best' } }] },
  ])('restores %j', (input) => {
    const [sent, received] = back(input);
    expect(received).toEqual(sent);
  });

  it('restores any title', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 100, unit: 'grapheme' }), (title) => {
        fc.pre(title.length <= 100);
        const [sent, received] = back({ title });
        expect(received).toEqual(sent);
      }),
    );
  });

  it('is short and legible', () => {
    expect(experimentToHash(parseExperiment({}))).toBe('#body=biped&task=walk&seed=1');
    expect(experimentToHash(parseExperiment({ seed: 3, task: { name: 'hills', difficulty: 0.9 } }))).toBe(
      '#body=biped&task=hills&seed=3&task.difficulty=0.9',
    );
    expect(experimentToHash(parseExperiment({ brain: { name: 'mlp', hidden: [32, 8] } }))).toContain(
      'brain.hidden=32,8',
    );
  });

  it('contains a brain in a few kilobytes without escapes', () => {
    const hash = experimentToHash(parseExperiment({ start: start() }));
    expect(hash.length).toBeLessThan(4500);
    expect(hash.replace('start.title=~%2212%22', '')).not.toContain('%');
  });

  it('has no experiment when it is empty', () => {
    expect(experimentFromHash('')).toBeUndefined();
    expect(experimentFromHash('#')).toBeUndefined();
  });

  it.each([
    ['#body=unicorn', /This link: body is "unicorn", must be/],
    ['#seed=-1', /This link: seed is -1/],
    ['#seed=1e999', /This link: seed/],
    ['#task=walk&task.gravity=0', /This link: task\.gravity is 0, must be 0\.5 or more/],
    ['#tsk=walk', /^This link: tsk is not a known setting; did you mean task\?$/],
    ['#tsk.difficulty=1', /^This link: tsk\.difficulty is not a known setting; did you mean task\.difficulty\?$/],
    ['#populationSize=4', /; did you mean optimizer\.populationSize\?$/],
    ['#eliteCount=4', /; did you mean optimizer\.eliteCount\?$/],
    ['#trials=4', /; did you mean run\.trials\?$/],
    ['#chek=123456&seed=4', /; did you mean check\?$/],
    ['#preset=dog-runs', /^This link: preset is not a setting of a link, which has the settings themselves/],
    ['#task.dificulty=1', /; did you mean difficulty\?$/],
    ['#brain=lineer', /; did you mean "linear"\?$/],
    ['#amendments=~[{"generation":1,"changes":{"tsk.difficulty":1}}]', /; did you mean task\.difficulty\?$/],
    ['#wings=2', /This link: wings is not a known setting/],
    ['#task.wings=2', /This link: task\.wings is not a known setting/],
    ['#__proto__=1', /This link: __proto__ is not a known setting/],
    ['#task.__proto__=1', /This link: task\.__proto__ is not a known setting/],
    ['#run=1', /This link: run/],
    [
      '#amendments=~[{"generation":3,"changes":{"body":"dog"}}]',
      /This link: amendments\[0\]\.changes: body cannot change during a run$/,
    ],
    ['#start=1', /This link: start/],
    ['#start.genome=AAAA', /This link: start\.genome must be finite numbers/],
    ['#start.genome=AAAAAA', /This link: start does not fit: genome has 1 numbers, this brain takes \d+/],
    ['#start.genome=AAAAAA&start.count=1', /This link: start\.statistics\.mean is missing/],
    ['#start.seed=3', /This link: start\.genome is missing/],
    ['#start.wings=3', /This link: start\./],
    ['#hello', /contains "hello", which is not a setting/],
    ['#title=%E0%A4%A', /title cannot be read/],
    ['#body=~{"name":', /body cannot be read/],
  ])('says what is wrong with %s', (hash, words) => {
    expect(() => experimentFromHash(hash)).toThrow(words);
  });

  it('gives an experiment, undefined or an error of one sentence for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), (text) => {
        try {
          experimentFromHash(`#${text}`);
        } catch (error) {
          expect((error as Error).message).toMatch(/^This link/);
        }
      }),
    );
  });
});

describe('a shared link', () => {
  const SENT: object[] = [
    { seed: 1234, optimizer: { name: 'snes', populationSize: 48 } },
    { title: "Tom's (second) try!" },
    { title: 'The end.' },
    { brain: { name: 'mlp', hidden: [32] } },
    { task: { name: 'hills', difficulty: 0.75 }, start: undefined },
    { start: start() },
  ];

  it.each(SENT)('restores the experiment %#, with any text around it', (input) => {
    const experiment = parseExperiment(JSON.parse(JSON.stringify(input)));
    const hash = experimentToSharedHash(experiment);
    for (const after of [
      '',
      ')',
      '),',
      '>',
      '.',
      '"',
      "'",
      '%22',
      '%3E',
      ').',
      '&utm_source=x&fbclid=y',
      '?gclid=1',
      ',',
    ]) {
      expect(experimentFromHash(`${hash}${after}`), `${hash}${after}`).toEqual(experiment);
    }
    const inner = hash.slice(1);
    expect(experimentFromHash(`#utm_medium=mail&${inner}`)).toEqual(experiment);
    expect(experimentFromHash(`#${inner.replaceAll('&', '&amp;')}`)).toEqual(experiment);
    expect(experimentFromHash(`#${encodeURIComponent(inner)}`)).toEqual(experiment);
  });

  it('is refused when it was cut or changed anywhere, with advice', () => {
    for (const input of SENT.slice(0, 5)) {
      const hash = experimentToSharedHash(parseExperiment(JSON.parse(JSON.stringify(input))));
      const sent = experimentFromHash(hash);
      for (let end = '#check=abcdef&'.length; end < hash.length; end++) {
        let read: Experiment | undefined;
        try {
          read = experimentFromHash(hash.slice(0, end));
        } catch (error) {
          expect((error as Error).message).toMatch(/^This link was cut or changed after it was made\..* remove check=/);
        }
        // Of a cut link the comma of a list with one number can be restored.
        if (read !== undefined) expect(read).toEqual(sent);
      }
    }
    const hash = experimentToSharedHash(parseExperiment(SENT[0]));
    expect(() => experimentFromHash(hash.replace('seed=1234', 'seed=1243'))).toThrow(/cut or changed/);
    expect(experimentFromHash(`#${hash.replace('seed=1234', 'seed=1243').replace(/^#check=\w+&/, '')}`)?.seed).toBe(
      1243,
    );
  });
});

describe('a link typed by hand', () => {
  it.each([
    ['#seed=7)', { seed: 7 }],
    ['#body=dog&seed=7>.', { body: 'dog', seed: 7 }],
    ['#seed=7&brain.hidden=32', { seed: 7, brain: { name: 'mlp', hidden: [32] } }],
    ['#body%3Ddog%26seed%3D7', { body: 'dog', seed: 7 }],
    ['#body=dog&amp;seed=7', { body: 'dog', seed: 7 }],
    ['#seed=7?utm_source=news&utm_medium=mail', { seed: 7 }],
    ['#mc_eid=1&body=dog&gclid=9&seed=7', { body: 'dog', seed: 7 }],
    ['#seed=7&title=Tom (2)', { seed: 7, title: 'Tom (2)' }],
    ['#seed=7&title=a%26b%3Dc&body=dog', { seed: 7, title: 'a&b=c', body: 'dog' }],
  ])('%s is read without a checksum', (hash, input) => {
    expect(experimentFromHash(hash)).toEqual(parseExperiment(input));
  });

  it('has no experiment when it contains only a tracker', () => {
    expect(experimentFromHash('#utm_source=x&fbclid=y')).toBeUndefined();
  });
});

describe('the colour in a link', () => {
  const experiment = parseExperiment({ seed: 7 });

  it.each([experimentToHash, experimentToSharedHash])('travels beside the experiment', (toHash) => {
    const hash = toHash(experiment, '018420');
    expect(colourFromHash(hash)).toBe('018420');
    expect(experimentFromHash(`${hash}.`)).toEqual(experiment);
    expect(colourFromHash(toHash(experiment))).toBeUndefined();
  });

  it('is refused when it is none', () => {
    expect(() => experimentFromHash('#body=biped&colour=red')).toThrow(
      'This link: colour must be six hexadecimal digits, such as 1f9f8f',
    );
  });
});
