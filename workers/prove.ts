import { type ReplaySource, replayFrom } from '../src/format/replay-source.ts';
import { inProcess } from '../src/run/evaluator.ts';
import { type Relived, relive } from '../src/run/relive.ts';

/** What is answered to a source: the life to be shown, or what is wrong with it. */
export type Proof = { ticket: number } & ({ relived: Relived } | { fault: string });

self.addEventListener('message', async ({ data }: MessageEvent<{ ticket: number; source: ReplaySource }>) => {
  const { ticket, source } = data;
  const tell = (proof: Proof) => self.postMessage(proof);
  try {
    tell({ ticket, relived: await relive(replayFrom(source), inProcess) });
  } catch (error) {
    tell({ ticket, fault: error instanceof Error ? error.message : String(error) });
  }
});
