import type { Experiment } from '../../run/experiment-schema.ts';
import { strings } from '../strings.ts';
import { notify } from '../widgets/notice.tsx';
import { linkToShare } from './address.ts';

/** Copies the link to share, and says so. */
export async function copyRunLink(experiment: Experiment): Promise<void> {
  try {
    await navigator.clipboard.writeText(linkToShare(experiment));
    notify(strings.copied, { isPassing: true });
  } catch {
    notify(strings.notCopied, { isPassing: true });
  }
}
