import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { SavedRuns } from '../../../../src/app/storage/saved-runs.ts';
import { savedRuns } from '../../../../src/app/storage/saved-runs-signal.ts';
import type { ToolProps } from '../../../../src/app/tool.ts';
import { openFile, openText } from '../../../../src/app/tools/replays/dropped.ts';
import { bodies } from '../../../../src/creature/bodies.ts';
import { encodeFile } from '../../../../src/format/container.ts';
import { runToFile } from '../../../../src/format/run-file.ts';
import { createCheckpointBuilder } from '../../../../src/run/checkpoint.ts';
import { parseExperiment } from '../../../../src/run/experiment.ts';
import type { Experiment } from '../../../../src/run/experiment-schema.ts';
import { initialState } from '../../../../src/run/run.ts';

const told: string[] = [];
vi.mock('../../../../src/app/widgets/notice.tsx', () => ({ notify: (text: string) => told.push(text) }));

const chosen: Experiment[] = [];
const now = parseExperiment({ seed: 5, task: { name: 'hills' } });
const props = {
  session: { nextExperiment: { value: now } },
  choose: (experiment: Experiment) => chosen.push(experiment),
} as unknown as ToolProps;
beforeEach(() => {
  told.length = 0;
  chosen.length = 0;
});

const file = (name: string, ...content: BlobPart[]) => new File(content, name);
const drop = (name: string, document: unknown) => openFile(props, file(name, JSON.stringify(document)));

describe('a file that is dropped on the page', () => {
  test('begins a run if it is an experiment, with a byte-order mark too', async () => {
    const experiment = { seed: 9, body: 'hopper' };
    expect(await drop('mine.json', experiment)).toBe(true);
    expect(await openFile(props, file('mine.json', `\ufeff${JSON.stringify(experiment)}`))).toBe(true);
    expect(chosen).toEqual([parseExperiment(experiment), parseExperiment(experiment)]);
    expect(told).toEqual(Array(2).fill('A new run begins with the experiment mine.json.'));
  });

  test('begins the present experiment with another body if it is a body plan', async () => {
    expect(await drop('walker', bodies.hopper)).toBe(true);
    expect(chosen).toEqual([{ ...now, body: bodies.hopper }]);
  });

  test('begins nothing if it is invalid, and a sentence names the file and the fault', async () => {
    const { joints: _joints, ...lame } = bodies.hopper;
    expect(await drop('a.json', { seed: -1 })).toBe(true);
    expect(await drop('b.json', { ...lame, joints: [] })).toBe(true);
    expect(await drop('c.json', { seed: 1, version: 2 })).toBe(true);
    expect(chosen).toEqual([]);
    expect(told).toEqual([
      'a.json: seed is -1, must be 0 or more.',
      expect.stringMatching(/^b\.json: joints is \[\], must have 1 entry or more\.$/),
      expect.stringMatching(/^c\.json is an experiment of version 2, this Gaitlab reads up to version 1/),
    ]);
  });

  test('is resumed if it is a run, unless the saved runs are not loaded yet', async () => {
    const bytes = runToFile(createCheckpointBuilder(initialState(now)).checkpoint(0));
    savedRuns.value = undefined;
    expect(await openFile(props, file('checkpoint.gait', bytes))).toBe(true);
    expect(told).toEqual([expect.stringMatching(/^checkpoint\.gait is a run, but the saved runs are not loaded yet/)]);
    const resumeFile = vi.fn(async () => {});
    savedRuns.value = { resumeFile } as unknown as SavedRuns;
    expect(await openFile(props, file('checkpoint.gait', bytes))).toBe(true);
    expect(resumeFile.mock.calls).toEqual([[new Uint8Array(bytes), 'checkpoint.gait']]);
    expect(told).toHaveLength(1);

    resumeFile.mockRejectedValueOnce(new Error('odd.gait: generation is missing'));
    await openFile(props, file('odd.gait', bytes));
    expect(told[1]).toBe('odd.gait: generation is missing.');
  });

  test.each<[string, BlobPart]>([
    ['a replay', encodeFile('replay', {}) as Uint8Array<ArrayBuffer>],
    ['a policy', '{"layers":[1,2]}'],
    ['a picture', '\x89PNG'],
    ['text', 'hello'],
    ['nothing', ''],
  ])('is left to the replay library if it is %s', async (_what, content) => {
    expect(await openFile(props, file('it', content))).toBe(false);
    expect([chosen, told]).toEqual([[], []]);
  });
});

test('pasted text is opened in the same way, and a link is left to the library', async () => {
  expect(await openText(props, '{"seed":4}')).toBe(true);
  expect(chosen).toEqual([parseExperiment({ seed: 4 })]);
  expect(await openText(props, 'https://example.org/#r=AAAA')).toBe(false);
});
