import { bundlesFromFile, type ImportedBundle } from '../../../format/library-document.ts';
import type { Experiment } from '../../../run/experiment-schema.ts';
import { readFile } from '../../browser/read-file.ts';
import type { LibraryEntry } from '../../storage/replay-entry.ts';
import type { ToolProps } from '../../tool.ts';
import { sentenceOf } from '../../widgets/error-sentence.ts';
import { notify } from '../../widgets/notice.tsx';
import { bundleFromLink, bundlesFromText } from './exchange.ts';
import { library } from './library.ts';
import { defaultName, entryOf } from './library-entry.ts';
import { openReplay } from './opened-replay.ts';
import { words } from './words.ts';

/** Adds bundles to the library and reports the result. */
export async function importBundles(items: readonly ImportedBundle[]): Promise<LibraryEntry[]> {
  const now = Date.now();
  const entries = items.map((item) => entryOf(item, now));
  const fresh = await library.add(entries);
  const before = entries.length - fresh.length;
  const [first] = fresh;
  if (first === undefined) notify(words.keptBefore, { isPassing: true });
  else if (before > 0) notify(words.keptSome(fresh.length, before), { isPassing: true });
  else if (fresh.length > 1) notify(words.keptMany(fresh.length), { isPassing: true });
  else notify(words.keptAs(first.name), { isPassing: true });
  return entries;
}

/** Imports files: each one completely, or not at all with a sentence that says why. */
export async function importFiles(files: readonly File[]): Promise<void> {
  const items: ImportedBundle[] = [];
  if (files.length === 0) notify(words.noFile, { isPassing: true });
  for (const file of files) {
    try {
      items.push(...bundlesFromFile(await readFile(file), file.name));
    } catch (error) {
      notify(sentenceOf(error));
    }
  }
  if (items.length > 0) await importBundles(items);
}

/** Imports pasted text: a link is shown but not saved, a document is saved. */
export async function importText(props: ToolProps, text: string): Promise<void> {
  try {
    const { items, isLink, isChallenge } = bundlesFromText(text);
    const bundle = items[0]?.bundle;
    if (isLink && bundle) await openReplay(props, bundle, { name: defaultName(bundle), id: '', isChallenge });
    else await importBundles(items);
  } catch (error) {
    notify(sentenceOf(error));
  }
}

/** The page's run takes the experiment; one that needs too much memory can be watched, but not run. */
function takeExperiment({ session }: ToolProps, experiment: Experiment): void {
  try {
    session.begin(experiment);
  } catch (error) {
    notify(sentenceOf(error));
  }
}

/**
 * Shows the replay of a link with which the page was opened. If it is the first one, the page's run takes the replay's
 * experiment. Returns false, and reports why, when the link is invalid.
 */
export async function receive(props: ToolProps, hash: string, isFirst: boolean): Promise<boolean> {
  try {
    const link = bundleFromLink(hash);
    if (link === undefined) throw new Error(words.nothingInText);
    const { bundle, isChallenge } = link;
    const [replay] = bundle.scenes;
    if (isFirst && replay) takeExperiment(props, replay.experiment);
    history.replaceState(null, '', hash);
    await openReplay(props, bundle, { name: defaultName(bundle), id: '', isChallenge });
    return true;
  } catch (error) {
    notify(`${sentenceOf(error)}${isFirst ? ` ${words.badLink}` : ''}`);
    return false;
  }
}
