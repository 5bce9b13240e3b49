import type { Verified, VerifyMessage, VerifyRequest } from '../../../workers/verify.ts';
import url from '../../../workers/verify.ts?worker&url';
import type { ReplaySource } from '../../format/replay-source.ts';
import type { Activations } from '../../run/with-activations.ts';

let worker: Worker | undefined;
let tickets = 0;

function ask(request: Omit<VerifyRequest, 'ticket'>): Promise<VerifyMessage> {
  worker ??= new Worker(url, { type: 'module', name: 'verifier' });
  const port = worker;
  const ticket = ++tickets;
  return new Promise((resolve, reject) => {
    const onMessage = ({ data }: MessageEvent<VerifyMessage>) => {
      if (data.ticket !== ticket) return;
      port.removeEventListener('message', onMessage);
      if ('fault' in data) reject(new Error(data.fault));
      else resolve(data);
    };
    port.addEventListener('message', onMessage);
    port.addEventListener('error', (event) => reject(new Error(event.message || 'its worker could not be started')));
    port.postMessage({ ticket, ...request });
  });
}

/** Resimulates all scenes of a source in a worker. Rejects with an Error that says what is wrong with the source. */
export const verify = async (source: ReplaySource): Promise<Verified> =>
  ((await ask({ source })) as { verified: Verified }).verified;

/** The activations of the brain of one of its scenes. */
export const inspect = async (source: ReplaySource, scene: number): Promise<Activations> =>
  ((await ask({ source, activationsOf: scene })) as { activations: Activations }).activations;
