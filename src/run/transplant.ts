import type { BodyPlan } from '../creature/body-plan.ts';
import { type Genome, genomeFault } from '../creature/genome.ts';
import { actuatorNames } from '../creature/muscle.ts';
import type { Wiring, WiringNode } from '../creature/wiring.ts';
import type { Moments } from '../math/stats.ts';
import { plural } from '../schema/plural.ts';
import { sensorsIn } from '../sim/task.ts';
import { effectiveAt } from './amend.ts';
import type { ChampionEntry } from './champion-history.ts';
import type { Experiment } from './experiment-schema.ts';
import { setupOf } from './setup.ts';
import { startToDocument } from './start.ts';

/** What of a brain fits another body. */
export interface Transplant {
  start: NonNullable<Experiment['start']>;
  /** One sentence on the sensors and joints that are new to it or lost. */
  words: string;
}

interface Side {
  plan: BodyPlan;
  sensors: string[];
  wiring: Wiring;
}

/** What a node stands for in both bodies: the sensor or the joint by its name, else its place. */
function keyOf({ kind, index, depth, id }: WiringNode, { plan, sensors }: Side): string {
  if (kind === 'input') return `${kind} ${sensors[index]}`;
  if (kind === 'output' || kind === 'wave') return `${kind} ${actuatorNames(plan)[index]}`;
  return kind === 'hidden' ? `${kind} ${depth} ${index}` : `${kind} ${kind === 'memory' ? index : id}`;
}

/** Weights of nodes and connections that both nets have; all others are 0. */
function weightsFor(to: Side, from: Side, genome: Genome, length: number): Genome {
  const result = new Float32Array(length);
  const old = new Map(from.wiring.nodes.map((node, i) => [keyOf(node, from), i]));
  const twins = to.wiring.nodes.map((node) => old.get(keyOf(node, to)) ?? -1);
  const between = new Map(from.wiring.connections.map((each) => [`${each.from} ${each.to}`, each.parameter]));
  for (const [i, node] of to.wiring.nodes.entries()) {
    const known = from.wiring.nodes[twins[i]!]?.parameters ?? [];
    for (const { name, parameter } of node.parameters) {
      const same = known.find((each) => each.name === name);
      if (same) result[parameter] = genome[same.parameter]!;
    }
  }
  for (const { from: source, to: target, parameter } of to.wiring.connections) {
    const same = between.get(`${twins[source]} ${twins[target]}`);
    if (same !== undefined) result[parameter] = genome[same]!;
  }
  return result;
}

/** Moments by sensor; those of a new sensor are of numbers around 0 that are about 1. */
function momentsFor(to: Side, from: Side, moments: Moments): Moments {
  const column = (values: Float64Array, otherwise: number) =>
    Float64Array.from(to.sensors, (name) => values[from.sensors.indexOf(name)] ?? otherwise);
  return { count: moments.count, mean: column(moments.mean, 0), squares: column(moments.squares, moments.count) };
}

const joined = (words: readonly string[]) => words.filter(Boolean).join(' and ');

function changes(to: Side, from: Side): string {
  const missing = (all: readonly string[], others: readonly string[]) => all.filter((each) => !others.includes(each));
  const jointsOf = ({ plan }: Side) => actuatorNames(plan);
  const count = (one: Side, other: Side) => {
    const [sensors, joints] = [missing(one.sensors, other.sensors), missing(jointsOf(one), jointsOf(other))];
    return joined([
      sensors.length > 0 ? plural(sensors.length, 'sensor') : '',
      joints.length > 0 ? plural(joints.length, 'joint') : '',
    ]);
  };
  const [fresh, lost] = [count(to, from), count(from, to)];
  return [fresh && `New to it: ${fresh}.`, lost && `Lost: ${lost}.`].filter(Boolean).join(' ');
}

/**
 * The brain of a champion for another body, weight by weight as far as sensors and joints have the same names. A sentence that says why
 * not, for brains of another kind or size, and for those that grow.
 */
export function transplant(experiment: Experiment, entry: ChampionEntry, target: Experiment): Transplant | string {
  const source = effectiveAt(experiment, entry.generation);
  if (source.brain.name !== target.brain.name) return 'It has another kind of brain.';
  if (source.run.normalise !== target.run.normalise) return 'It observes in another way.';
  const [one, other] = [setupOf(source), setupOf(target)];
  if (one.brain.validate ?? other.brain.validate) return 'A brain that grows fits the body it grew in alone.';
  if (genomeFault(one.brain, entry.genome) !== '') return 'The brain does not fit its own body.';
  const side = ({ plan, task, settings }: typeof one, wiring: Wiring): Side => {
    return { plan, sensors: sensorsIn(task, plan, settings).map(({ name }) => name), wiring };
  };
  const from = side(one, one.brain.wiring(entry.genome));
  const to = side(other, other.brain.wiring(new Float32Array(other.brain.parameterCount)));
  const genome = weightsFor(to, from, entry.genome, other.brain.parameterCount);
  if (genome.every((weight) => weight === 0)) return 'No sensor or joint has the same name.';
  const statistics = entry.statistics && momentsFor(to, from, entry.statistics);
  const { title, seed } = experiment;
  return {
    start: startToDocument({ genome, statistics }, { title, seed, generation: entry.generation }),
    words: changes(to, from),
  };
}
