import type { Proof } from '../../../workers/prove.ts';
import url from '../../../workers/prove.ts?worker&url';
import type { ReplaySource } from '../../format/replay-source.ts';
import type { Relived } from '../../run/relive.ts';

let worker: Worker | undefined;
let tickets = 0;

/** Lives a replay again, away from the page. Rejects with an Error that says what is wrong with it. */
export function prove(source: ReplaySource): Promise<Relived> {
  worker ??= new Worker(url, { type: 'module', name: 'prover' });
  const asked = worker;
  const ticket = ++tickets;
  return new Promise((resolve, reject) => {
    const hear = ({ data }: MessageEvent<Proof>) => {
      if (data.ticket !== ticket) return;
      asked.removeEventListener('message', hear);
      if ('fault' in data) reject(new Error(data.fault));
      else resolve(data.relived);
    };
    asked.addEventListener('message', hear);
    asked.addEventListener('error', (event) => reject(new Error(event.message || 'its worker could not be started')));
    asked.postMessage({ ticket, source });
  });
}
