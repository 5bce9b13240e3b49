import type { ReplayBundle } from '../src/format/bundle-document.ts';
import { bundleFrom, type ReplaySource } from '../src/format/replay-source.ts';
import { inProcess } from '../src/run/evaluator.ts';
import { type Resimulated, resimulate } from '../src/run/resimulate.ts';
import type { Activations } from '../src/run/with-activations.ts';

/** Asks to simulate all scenes of a source again, or for the activations of one scene's brain. */
export interface VerifyRequest {
  /** Returned with the answer. */
  ticket: number;
  source: ReplaySource;
  /** Index of the scene whose activations are requested. */
  activationsOf?: number;
}

/** All scenes of a replay, a film or a race, simulated again. */
export interface Verified {
  kind: ReplayBundle['kind'];
  title: string;
  scenes: readonly [Resimulated, ...Resimulated[]];
}

type Answer = { verified: Verified } | { activations: Activations };

/** The answer to a request, or why there is none. */
export type VerifyMessage = { ticket: number } & (Answer | { fault: string });

async function answerTo({ source, activationsOf }: VerifyRequest): Promise<Answer> {
  const { kind, title, scenes } = bundleFrom(source);
  const scene = activationsOf === undefined ? undefined : scenes[activationsOf];
  if (scene) {
    // Loaded on the first request: a page that embeds the player does not pay for it before.
    const { recordActivations } = await import('../src/run/with-activations.ts');
    return { activations: await recordActivations(scene, inProcess) };
  }
  const results: Resimulated[] = [];
  for (const each of scenes) results.push(await resimulate(each, inProcess));
  const [first, ...others] = results as [Resimulated, ...Resimulated[]];
  return { verified: { kind, title, scenes: [first, ...others] } };
}

self.addEventListener('message', async ({ data }: MessageEvent<VerifyRequest>) => {
  const { ticket } = data;
  const send = (message: VerifyMessage) => self.postMessage(message);
  try {
    send({ ticket, ...(await answerTo(data)) });
  } catch (error) {
    send({ ticket, fault: error instanceof Error ? error.message : String(error) });
  }
});
