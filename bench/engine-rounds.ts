import { median } from '../src/math/stats.ts';
import { compileNativeWalker } from './native-walker.ts';
import { type BenchProcess, startBenchProcess } from './rounds.ts';

/** By loop: physics steps of rollouts, or steps of BipedalWalker's environments, per second of the processor's time. */
interface Rates {
  rollout: number;
  walker: number;
  hardcore: number;
}
const ENGINES = ['wasm', 'javascript', 'planck'] as const;
type Engine = (typeof ENGINES)[number];
type Round = Record<Engine, Rates> & { native: Omit<Rates, 'rollout'> | undefined };

/** Medians over the rounds of the ratios within a round. */
export interface EngineRatios {
  toPlanck: Record<'wasm' | 'javascript', Rates>;
  toNative: Record<'wasm' | 'javascript', Omit<Rates, 'rollout'>> | undefined;
  /** Why there is no native program; '' if there is. */
  withoutNative: string;
}

async function ratesOf(child: BenchProcess): Promise<Rates> {
  const timings = await child.round();
  const rate = (name: keyof Rates) => timings[name]!.steps / timings[name]!.seconds;
  return { rollout: rate('rollout'), walker: rate('walker'), hardcore: rate('hardcore') };
}

/**
 * Our physics as WebAssembly and as JavaScript compared with planck, and with Box2D in C++ if that can be compiled, by the
 * processor's time. The processes take turns.
 * @param script path of the built engine-child.ts.
 */
export async function compareEngines(
  script: string,
  replayFile: string,
  warmUp: number,
  count: number,
): Promise<EngineRatios> {
  const children = ENGINES.map((engine) => [engine, startBenchProcess(script, replayFile, engine)] as const);
  const native = compileNativeWalker();
  const rounds: Round[] = [];
  for (let round = 0; round < warmUp + count; round++) {
    const rates: Partial<Round> = {};
    for (const [engine, child] of children) rates[engine] = await ratesOf(child);
    rates.native =
      typeof native === 'string'
        ? undefined
        : { walker: native.stepsPerSecond(false), hardcore: native.stepsPerSecond(true) };
    if (round >= warmUp) rounds.push(rates as Round);
  }
  for (const [, child] of children) child.end();
  const toPlanck = (engine: Engine) => {
    const ratio = (name: keyof Rates) => median(rounds.map((each) => each[engine][name] / each.planck[name]));
    return { rollout: ratio('rollout'), walker: ratio('walker'), hardcore: ratio('hardcore') };
  };
  const toNative = (engine: Engine) => {
    const ratio = (name: 'walker' | 'hardcore') =>
      median(rounds.flatMap((each) => (each.native ? [each[engine][name] / each.native[name]] : [])));
    return { walker: ratio('walker'), hardcore: ratio('hardcore') };
  };
  return {
    toPlanck: { wasm: toPlanck('wasm'), javascript: toPlanck('javascript') },
    toNative: typeof native === 'string' ? undefined : { wasm: toNative('wasm'), javascript: toNative('javascript') },
    withoutNative: typeof native === 'string' ? native : '',
  };
}

/** The ratios in words, a line each. */
export function engineLines({ toPlanck, toNative, withoutNative }: EngineRatios): string[] {
  const line = (name: string, { wasm, javascript }: { wasm: number; javascript: number }) =>
    `${name.padEnd(44)} ${wasm.toFixed(2)}  as JavaScript ${javascript.toFixed(2)}`;
  const of = <Name extends string>(ratios: Record<'wasm' | 'javascript', Record<Name, number>>, name: Name) => ({
    wasm: ratios.wasm[name],
    javascript: ratios.javascript[name],
  });
  return [
    line('rollout, flat physics to planck', of(toPlanck, 'rollout')),
    line('bipedal-walker, flat physics to planck', of(toPlanck, 'walker')),
    line('bipedal-walker-hardcore, flat to planck', of(toPlanck, 'hardcore')),
    ...(toNative === undefined
      ? [`not compared with Box2D in C++: ${withoutNative}`]
      : [
          line('bipedal-walker to Box2D in C++', of(toNative, 'walker')),
          line('bipedal-walker-hardcore to Box2D in C++', of(toNative, 'hardcore')),
        ]),
  ];
}
