import type { ReplayBundle } from '../../../format/bundle-document.ts';
import type { Experiment } from '../../../run/experiment-schema.ts';
import { forkOf } from '../../../run/fork.ts';
import type { Replay } from '../../../run/replay.ts';
import { copyLink } from '../../browser/copy-link.ts';
import { download } from '../../browser/download.ts';
import type { LibraryEntry } from '../../storage/replay-entry.ts';
import type { ToolProps } from '../../tool.ts';
import { sentenceOf } from '../../widgets/error-sentence.ts';
import { notify } from '../../widgets/notice.tsx';
import { fileOf, type LinkKind, linkOf, replayFileName } from './exchange.ts';
import { library } from './library.ts';
import { words } from './words.ts';

/** Downloads entries: one as its own file, several as a library. */
export function saveEntries(entries: readonly LibraryEntry[], name: string): void {
  try {
    const [only] = entries;
    if (only && entries.length === 1) {
      download(replayFileName(only.name), new Blob([only.bytes]));
      return;
    }
    const { bytes, unreadable } = fileOf(entries);
    download(replayFileName(name), new Blob([bytes]));
    if (unreadable > 0) notify(words.unreadable(unreadable));
  } catch (error) {
    notify(sentenceOf(error));
  }
}

export async function copyReplayLink(bundle: ReplayBundle, as: LinkKind): Promise<void> {
  const link = linkOf(bundle, location.href, as);
  if (link === undefined) {
    notify(words.linkTooLong);
    return;
  }
  const copied = as === 'c' ? words.challengeCopied : words.linkCopied;
  notify((await copyLink(link)) ? copied : words.linkShown, { isPassing: true });
}

/** Begins the run of an experiment, or says why there is none. */
function begin({ choose }: ToolProps, experimentOf: () => Experiment): void {
  try {
    choose(experimentOf());
  } catch (error) {
    notify(sentenceOf(error));
  }
}

/** Begins the run that a replay comes from again, at its first generation. */
export const learnAnew = (props: ToolProps, { experiment }: Replay): void => begin(props, () => experiment);

/** Begins a run with a replay's brain. */
export function evolveFrom(props: ToolProps, replay: Replay): void {
  const { experiment, generation, genome, statistics, tests, fitness } = replay;
  const seeds = tests.map(({ seed }) => seed);
  const entry = { generation, genome, statistics, seeds, fitness, distance: tests[0]?.distance ?? 0, isRecord: false };
  begin(props, () => forkOf(experiment, entry));
}

export async function remove(ids: readonly string[]): Promise<void> {
  const [first] = library.entries.peek().filter(({ id }) => ids.includes(id));
  if (first === undefined) return;
  const undo = await library.remove(ids);
  notify(words.removed(ids.length, first.name), { action: { words: words.undo, onClick: () => void undo() } });
}
