import { experimentToHash, experimentToSharedHash } from '../../format/experiment-link.ts';
import type { Experiment } from '../../run/experiment-schema.ts';
import { isReplayLink } from './inbox.ts';

/** An address that could not be read: it stays, so that it can be mended, until another run is chosen. */
let faulty: string | undefined;

/** Keeps an address that could not be read in place of that of the run which begins next. */
export function keepFaultyAddress(hash: string): void {
  faulty = hash;
  if (location.hash !== hash) history.replaceState(null, '', hash);
}

/** Writes the experiment into the address. */
export function writeAddress(experiment: Experiment): void {
  const isFaulty = faulty !== undefined && faulty === location.hash;
  faulty = undefined;
  if (!isFaulty) history.replaceState(null, '', experimentToHash(experiment));
}

/** The link to pass on: of the experiment with a check, or of the replay in the address. */
export const linkToShare = (experiment: Experiment): string =>
  new URL(isReplayLink(location.hash) ? location.hash : experimentToSharedHash(experiment), location.href).href;
