import { biped } from './bodies/biped.ts';
import { bipedalWalker } from './bodies/bipedal-walker.ts';
import { caterpillar } from './bodies/caterpillar.ts';
import { dog } from './bodies/dog.ts';
import { hoop } from './bodies/hoop.ts';
import { hopper } from './bodies/hopper.ts';
import { inchworm } from './bodies/inchworm.ts';
import { ostrich } from './bodies/ostrich.ts';
import { quadruped } from './bodies/quadruped.ts';
import { spider } from './bodies/spider.ts';
import { strider } from './bodies/strider.ts';
import { stroller } from './bodies/stroller.ts';
import type { BodyPlan } from './body-plan.ts';

/** Catalogue of bodies by name. */
export const bodies = {
  biped,
  strider,
  stroller,
  ostrich,
  hopper,
  quadruped,
  dog,
  spider,
  caterpillar,
  inchworm,
  hoop,
  'bipedal-walker': bipedalWalker,
} as const satisfies Record<string, BodyPlan>;
