// For programs that simulate step by step, and so cannot wait for planck when an episode needs it.
import { createPlanckPhysics } from './planck-physics.ts';
import { setReference } from './reference.ts';

setReference(createPlanckPhysics);
