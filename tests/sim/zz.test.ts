import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { test } from 'vitest';
import { bodyPlanSchema } from '../../src/creature/body-plan.ts';
import { stream } from '../../src/math/rng.ts';
import { createTaskEnvironment } from '../../src/sim/environment.ts';
import { walk } from '../../src/sim/tasks/walk.ts';
import { settingsWith } from './ground.ts';

test('x', async () => {
  for (const file of process.env.B!.split(',')) {
    const plan = v.parse(bodyPlanSchema, JSON.parse(readFileSync(file, 'utf8')));
    const env = createTaskEnvironment(plan, walk as never, settingsWith({ duration: 10 }));
    let best: unknown[] = [-99];
    const all: number[] = [];
    for (let seed = 0; seed < 60; seed++) {
      const rng = stream(seed, 'acts');
      env.reset(seed);
      const { physics } = env.state();
      const n = env.state().action.length;
      const action = new Float64Array(n);
      const f = 0.5 + 2.5 * rng.next(),
        k = 2 * Math.PI * rng.next(),
        amp = 1,
        off = 2 * Math.PI * rng.next();
      const nj = plan.joints.length;
      let fast = 0;
      for (let step = 0; step * env.controlTimestep < 10; step++) {
        const t = step * env.controlTimestep;
        for (let j = 0; j < n; j++) {
          const m = j - nj;
          action[j] = amp * Math.sin(2 * Math.PI * f * t + k * Math.floor(m / 2) + (m % 2) * Math.PI * 1 + 0 * off);
        }
        env.step(action);
        fast = Math.max(fast, Math.abs(physics.vx(0)));
      }
      const d = physics.x(0) - env.state().startX;
      all.push(Math.abs(d));
      if (Math.abs(d) > Math.abs(best[0] as number)) best = [d, seed, f, k, fast];
      physics.release();
    }
    console.log(
      file,
      best,
      all
        .sort((a, b) => b - a)
        .slice(0, 8)
        .map((x) => x.toFixed(2))
        .join(' '),
    );
  }
}, 600000);
