import type { Piece } from '../src/format/piece-document.ts';
import { pieceFrom, type ReplaySource } from '../src/format/replay-source.ts';
import { inProcess } from '../src/run/evaluator.ts';
import type { Inside } from '../src/run/inside.ts';
import { type Relived, relive } from '../src/run/relive.ts';

/** What is asked: to live everything in a source again, or to look into the brain of one of its scenes. */
export interface Question {
  ticket: number;
  source: ReplaySource;
  /** Place of the scene whose brain is to be looked into. */
  inside?: number;
}

/** All that is in a replay, a film or a race, lived again. */
export interface Proven {
  kind: Piece['kind'];
  title: string;
  scenes: readonly [Relived, ...Relived[]];
}

/** What is answered, or what is wrong with it. */
export type Proof = { ticket: number } & ({ proven: Proven } | { inside: Inside } | { fault: string });

async function answerTo({ source, inside }: Question): Promise<{ proven: Proven } | { inside: Inside }> {
  const { kind, title, scenes } = pieceFrom(source);
  const asked = inside === undefined ? undefined : scenes[inside];
  if (asked) {
    // Loaded when somebody first looks: who embeds the player does not pay for it.
    const { lookInside } = await import('../src/run/inside.ts');
    return { inside: await lookInside(asked, inProcess) };
  }
  const lived: Relived[] = [];
  for (const scene of scenes) lived.push(await relive(scene, inProcess));
  const [first, ...others] = lived as [Relived, ...Relived[]];
  return { proven: { kind, title, scenes: [first, ...others] } };
}

self.addEventListener('message', async ({ data }: MessageEvent<Question>) => {
  const { ticket } = data;
  const tell = (proof: Proof) => self.postMessage(proof);
  try {
    tell({ ticket, ...(await answerTo(data)) });
  } catch (error) {
    tell({ ticket, fault: error instanceof Error ? error.message : String(error) });
  }
});
