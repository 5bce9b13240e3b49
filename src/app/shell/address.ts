import type { ReadonlySignal } from '@preact/signals';
import { experimentFromHash, experimentToHash, experimentToSharedHash } from '../../format/experiment-link.ts';
import { colourFromHash } from '../../format/link-colour.ts';
import { parseExperiment } from '../../run/experiment.ts';
import type { Experiment } from '../../run/experiment-schema.ts';
import { presets } from '../../run/presets.ts';
import { checkPageMemory } from '../session/next-settings.ts';
import { creatureColour } from '../stage/creature-colour.ts';
import { strings } from '../strings.ts';
import { sentenceOf } from '../widgets/error-sentence.ts';
import { notify } from '../widgets/notice.tsx';
import { isReplayLink } from './inbox.ts';

/** The hash of an address that could not be read. It stays until another run is chosen, so that the viewer can correct it. */
let faulty: string | undefined;

/** Keeps an invalid address: the run that begins next does not replace it. */
export function keepFaultyAddress(hash: string): void {
  faulty = hash;
  if (location.hash !== hash) history.replaceState(null, '', hash);
}

/** What is wrong with the address that was read last. */
let fault = '';

/** Says what is wrong with the address that was read last. Call it when the run has begun, as notices of a run go when the next one begins. */
export function tellFault(): void {
  if (fault !== '') notify(fault, { isOfRun: true });
  fault = '';
}

/** The experiment in the address; undefined when there is none, and when it is faulty or too large for a page (see `tellFault`). */
export function experimentInAddress(): Experiment | undefined {
  if (isReplayLink(location.hash)) return undefined;
  try {
    const experiment = experimentFromHash(location.hash);
    if (experiment) checkPageMemory(experiment, 'This link: ');
    // Not stored: it is of whoever made the link.
    creatureColour.value = colourFromHash(location.hash) ?? creatureColour.peek();
    return experiment;
  } catch (error) {
    fault = `${sentenceOf(error)} ${strings.fallback}`;
    keepFaultyAddress(location.hash);
    return undefined;
  }
}

/** What an address without an experiment begins. */
export const firstExperiment = (): Experiment => parseExperiment(presets['natural-walk']?.experiment);

/** Begins what a changed address asks for, or the first experiment, and says what is wrong with the address. */
export function beginFromAddress(begin: (experiment: Experiment) => unknown): void {
  begin(experimentInAddress() ?? firstExperiment());
  tellFault();
}

/** Writes the experiment into the address. */
export function writeAddress(experiment: Experiment): void {
  const isFaulty = faulty !== undefined && faulty === location.hash;
  faulty = undefined;
  if (!isFaulty) history.replaceState(null, '', experimentToHash(experiment, creatureColour.peek()));
}

/** Writes the colour of the creatures into the address when the viewer changes it. */
export function followColour(experiment: ReadonlySignal<Experiment>): void {
  let before = creatureColour.peek();
  creatureColour.subscribe((colour) => {
    if (colour !== before && !isReplayLink(location.hash)) writeAddress(experiment.peek());
    before = colour;
  });
}

/** The link to share: that of the replay in the address, else that of the experiment, with a checksum. */
export const linkToShare = (experiment: Experiment): string =>
  new URL(
    isReplayLink(location.hash) ? location.hash : experimentToSharedHash(experiment, creatureColour.peek()),
    location.href,
  ).href;
