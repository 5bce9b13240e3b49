import type { BodyPlan } from '../../creature/body-plan.ts';
import { bodyFromDocument } from '../../format/body-document.ts';
import { decodeFile } from '../../format/container.ts';
import { experimentFromHash } from '../../format/experiment-link.ts';
import { bundlesFromFile } from '../../format/library-document.ts';
import { kindOfDocument } from '../../format/recognise.ts';
import { replayFromLink } from '../../format/replay-link.ts';
import { bodyOf, parseExperiment } from '../../run/experiment.ts';
import { words } from './words.ts';

/** The body in a file: a body plan, or that of an experiment or a replay. Throws an Error that says what is wrong with it. */
export function bodyFromFile(bytes: Uint8Array, name: string): BodyPlan {
  const { kind, document } = decodeFile(bytes, name);
  const found = kind ?? kindOfDocument(document);
  if (found === 'experiment') return bodyOf(parseExperiment(document, name));
  if (found === 'replay' || found === 'film' || found === 'race' || found === 'library') {
    const scene = bundlesFromFile(bytes, name)[0]?.bundle.scenes[0];
    if (scene) return bodyOf(scene.experiment);
  }
  return bodyFromDocument(document, name).plan;
}

/** The body in a link to an experiment or a replay, or in pasted JSON. Throws an Error that says what is wrong. */
export function bodyFromText(text: string): BodyPlan {
  const plain = text.trim();
  if (plain.startsWith('{')) return bodyFromFile(new TextEncoder().encode(plain), 'The pasted text');
  const replay = /#[rc](?:=|%3D)([\w-]+)/i.exec(plain);
  if (replay) return bodyOf(replayFromLink(replay[1]!, 'This link').experiment);
  const at = plain.indexOf('#');
  const experiment = at < 0 ? undefined : experimentFromHash(plain.slice(at));
  if (experiment === undefined) throw new Error(words.noBodyInLink);
  return bodyOf(experiment);
}
