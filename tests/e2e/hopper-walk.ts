import { inProcess } from '../../src/run/evaluator.ts';
import { replayOf } from '../../src/run/replay.ts';
import { small, take } from '../run/small.ts';

/** Learns a generation in a moment. */
export const QUICK = '#body=hopper&task=walk&brain=linear&seed=5&task.duration=2&optimizer.populationSize=6';

const [, { state, champion }] = (await take(2, small({ body: 'hopper', brain: { name: 'linear' } }), inProcess, {
  record: true,
})) as [unknown, Awaited<ReturnType<typeof take>>[number]];

/** The champion of generation 1 of a hopper's run. */
export const replay = replayOf(state.experiment, champion!);
