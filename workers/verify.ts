import type { ReplayBundle } from '../src/format/bundle-document.ts';
import { bundleFrom, type ReplaySource } from '../src/format/replay-source.ts';
import { inProcess } from '../src/run/evaluator.ts';
import { type Resimulated, resimulate } from '../src/run/resimulate.ts';
import type { Activations } from '../src/run/with-activations.ts';

/** What is asked: to live everything in a source again, or to look into the brain of one of its scenes. */
export interface VerifyRequest {
  ticket: number;
  source: ReplaySource;
  /** Place of the scene whose brain is to be looked into. */
  inside?: number;
}

/** All that is in a replay, a film or a race, lived again. */
export interface Verified {
  kind: ReplayBundle['kind'];
  title: string;
  scenes: readonly [Resimulated, ...Resimulated[]];
}

/** What is answered, or what is wrong with it. */
export type VerifyMessage = { ticket: number } & ({ proven: Verified } | { inside: Activations } | { fault: string });

async function answerTo({ source, inside }: VerifyRequest): Promise<{ proven: Verified } | { inside: Activations }> {
  const { kind, title, scenes } = bundleFrom(source);
  const asked = inside === undefined ? undefined : scenes[inside];
  if (asked) {
    // Loaded when somebody first looks: who embeds the player does not pay for it.
    const { recordActivations: lookInside } = await import('../src/run/with-activations.ts');
    return { inside: await lookInside(asked, inProcess) };
  }
  const lived: Resimulated[] = [];
  for (const scene of scenes) lived.push(await resimulate(scene, inProcess));
  const [first, ...others] = lived as [Resimulated, ...Resimulated[]];
  return { proven: { kind, title, scenes: [first, ...others] } };
}

self.addEventListener('message', async ({ data }: MessageEvent<VerifyRequest>) => {
  const { ticket } = data;
  const tell = (proof: VerifyMessage) => self.postMessage(proof);
  try {
    tell({ ticket, ...(await answerTo(data)) });
  } catch (error) {
    tell({ ticket, fault: error instanceof Error ? error.message : String(error) });
  }
});
