import type { Proof, Proven, Question } from '../../../workers/prove.ts';
import url from '../../../workers/prove.ts?worker&url';
import type { ReplaySource } from '../../format/replay-source.ts';
import type { Inside } from '../../run/inside.ts';

let worker: Worker | undefined;
let tickets = 0;

function ask(question: Omit<Question, 'ticket'>): Promise<Proof> {
  worker ??= new Worker(url, { type: 'module', name: 'prover' });
  const asked = worker;
  const ticket = ++tickets;
  return new Promise((resolve, reject) => {
    const hear = ({ data }: MessageEvent<Proof>) => {
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
export const prove = async (source: ReplaySource): Promise<Proven> =>
  ((await ask({ source })) as { proven: Proven }).proven;

/** Looks into the brain of one of its scenes. */
export const lookInto = async (source: ReplaySource, scene: number): Promise<Inside> =>
  ((await ask({ source, inside: scene })) as { inside: Inside }).inside;
