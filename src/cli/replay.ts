import { inProcess } from '../run/evaluator.ts';
import { livesOf, verify } from '../run/replay.ts';
import { readReplay } from './files.ts';

/** Lives a replay's tests again; with `verify`, exits with 1 unless they go the same way to the last bit. */
export async function replay(file: string, flags: { verify?: boolean; json?: boolean }): Promise<void> {
  const recipe = readReplay(file);
  if (flags.verify) {
    const { verified, fitness, hash, difference } = await verify(recipe, inProcess);
    if (flags.json) console.log(JSON.stringify({ verified, fitness, championHash: hash, difference }));
    else if (verified) console.log(`Verified: the same to the last bit. Fitness ${fitness}, hash ${hash}.`);
    else console.log(`Not the same: ${difference}.`);
    if (!verified) process.exitCode = 1;
    return;
  }
  const lives = await inProcess.evaluate(
    livesOf(
      recipe,
      recipe.tests.map(({ seed }) => seed),
    ),
  );
  for (const [i, { evaluation }] of lives.entries()) {
    const { fitness, ending, metrics, hash } = evaluation;
    if (flags.json) console.log(JSON.stringify({ life: i + 1, ...evaluation }));
    else {
      const how = { terminated: 'fell', truncated: 'did not fall', failed: 'broke the simulation' }[ending];
      const walked = `${metrics.distance.toFixed(2)} m in ${metrics.duration.toFixed(1)} s`;
      console.log(`Life ${i + 1}: ${walked}, ${how}. Fitness ${fitness}, hash ${hash}.`);
    }
  }
}
