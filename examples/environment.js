// One episode of Gymnasium's BipedalWalker: node examples/environment.js
import { createEnvironment } from 'gaitlab';

const environment = createEnvironment({ task: 'bipedal-walker' });
console.log(`${environment.observationSize} observations; actions: ${environment.actionNames.join(', ')}`);

let { observation } = environment.reset({ seed: 1 });
let total = 0;
let steps = 0;
let over = false;
while (!over) {
  // The legs swing in opposite directions; the hull's angle, observation[0], corrects them.
  const swing = steps % 40 < 20 ? 0.5 : -0.5;
  const step = environment.step([swing - observation[0], 0.3, -swing - observation[0], 0.3]);
  observation = step.observation;
  total += step.reward;
  steps += 1;
  over = step.terminated || step.truncated;
}
console.log(`${steps} steps, return ${total.toFixed(1)}`);
