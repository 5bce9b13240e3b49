import { median } from '../src/math/stats.ts';
import { compileNativeWalker } from './native-walker.ts';
import { type BenchProcess, startBenchProcess } from './rounds.ts';

/** By loop: physics steps of rollouts, or steps of BipedalWalker's environments, per second of the processor's time. */
interface Rates {
  rollout: number;
  walker: number;
  hardcore: number;
}
type Round = { flat: Rates; planck: Rates; native: Omit<Rates, 'rollout'> | undefined };

/** Medians over the rounds of the ratios within a round. */
export interface EngineRatios {
  flatToPlanck: Rates;
  flatToNative: Omit<Rates, 'rollout'> | undefined;
  /** Why there is no native program; '' if there is. */
  withoutNative: string;
}

async function ratesOf(child: BenchProcess): Promise<Rates> {
  const timings = await child.round();
  const rate = (name: keyof Rates) => timings[name]!.steps / timings[name]!.seconds;
  return { rollout: rate('rollout'), walker: rate('walker'), hardcore: rate('hardcore') };
}

/**
 * Our physics compared with planck, and with Box2D in C++ if that can be compiled, by the processor's time. The processes take
 * turns.
 * @param script path of the built engine-child.ts.
 */
export async function compareEngines(
  script: string,
  replayFile: string,
  warmUp: number,
  count: number,
): Promise<EngineRatios> {
  const flat = startBenchProcess(script, replayFile, 'flat');
  const planck = startBenchProcess(script, replayFile, 'planck');
  const native = compileNativeWalker();
  const rounds: Round[] = [];
  for (let round = 0; round < warmUp + count; round++) {
    const rates: Round = {
      flat: await ratesOf(flat),
      planck: await ratesOf(planck),
      native:
        typeof native === 'string'
          ? undefined
          : { walker: native.stepsPerSecond(false), hardcore: native.stepsPerSecond(true) },
    };
    if (round >= warmUp) rounds.push(rates);
  }
  flat.end();
  planck.end();
  const ratio = (name: keyof Rates) => median(rounds.map((each) => each.flat[name] / each.planck[name]));
  const toNative = (name: 'walker' | 'hardcore') =>
    median(rounds.flatMap((each) => (each.native ? [each.flat[name] / each.native[name]] : [])));
  return {
    flatToPlanck: { rollout: ratio('rollout'), walker: ratio('walker'), hardcore: ratio('hardcore') },
    flatToNative:
      typeof native === 'string' ? undefined : { walker: toNative('walker'), hardcore: toNative('hardcore') },
    withoutNative: typeof native === 'string' ? native : '',
  };
}

/** The ratios in words, a line each. */
export function engineLines({ flatToPlanck, flatToNative, withoutNative }: EngineRatios): string[] {
  const line = (name: string, value: number) => `${name.padEnd(44)} ${value.toFixed(2)}`;
  return [
    line('rollout, flat physics to planck', flatToPlanck.rollout),
    line('bipedal-walker, flat physics to planck', flatToPlanck.walker),
    line('bipedal-walker-hardcore, flat to planck', flatToPlanck.hardcore),
    ...(flatToNative === undefined
      ? [`not compared with Box2D in C++: ${withoutNative}`]
      : [
          line('bipedal-walker to Box2D in C++', flatToNative.walker),
          line('bipedal-walker-hardcore to Box2D in C++', flatToNative.hardcore),
        ]),
  ];
}
