import type { Verified, VerifyMessage, VerifyRequest } from '../../../workers/verify.ts';
import url from '../../../workers/verify.ts?worker&url';
import type { ReplaySource } from '../../format/replay-source.ts';
import type { Activations } from '../../run/with-activations.ts';

let worker: Worker | undefined;
let tickets = 0;

function ask(question: Omit<VerifyRequest, 'ticket'>): Promise<VerifyMessage> {
  worker ??= new Worker(url, { type: 'module', name: 'prover' });
  const asked = worker;
  const ticket = ++tickets;
  return new Promise((resolve, reject) => {
    const hear = ({ data }: MessageEvent<VerifyMessage>) => {
      if (data.ticket !== ticket) return;
      asked.removeEventListener('message', hear);
      if ('fault' in data) reject(new Error(data.fault));
      else resolve(data);
    };
    asked.addEventListener('message', hear);
    asked.addEventListener('error', (event) => reject(new Error(event.message || 'its worker could not be started')));
    asked.postMessage({ ticket, ...question });
  });
}

/** Lives everything in a source again, away from the page. Rejects with an Error that says what is wrong with it. */
export const verify = async (source: ReplaySource): Promise<Verified> =>
  ((await ask({ source })) as { proven: Verified }).proven;

/** Looks into the brain of one of its scenes. */
export const inspect = async (source: ReplaySource, scene: number): Promise<Activations> =>
  ((await ask({ source, inside: scene })) as { inside: Activations }).inside;
