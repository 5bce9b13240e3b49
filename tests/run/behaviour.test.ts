import { expect, test } from 'vitest';
import { pretending, small, take } from './small.ts';

test('descriptors of the gait are averaged over the trials', async () => {
  const { evaluator } = pretending((_request, k) => k);
  const kinds = {
    ...evaluator,
    evaluate: async (batch: Parameters<typeof evaluator.evaluate>[0]) =>
      (await evaluator.evaluate(batch)).map((life, k) => {
        const descriptor = [k % 2, 0.2 + 0.4 * (k % 2), 0.5, 0, 0];
        return { ...life, evaluation: { ...life.evaluation, descriptor } };
      }),
  };
  const collecting = small({ optimizer: { name: 'map-elites' }, run: { trials: 2 } });
  const [only] = await take(1, collecting, kinds);
  const { archive } = only!.state.optimizer as { archive: { descriptor: number[]; fitness: number }[] };
  expect(archive).toMatchObject([{ descriptor: [0.5, 0.4], fitness: 10.5 }]);
});
