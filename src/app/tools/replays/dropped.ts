import { bodyFromDocument } from '../../../format/body-document.ts';
import { decodeFile } from '../../../format/container.ts';
import { expectKind } from '../../../format/expected-kind.ts';
import { type DocumentKind, kindOfDocument } from '../../../format/recognise.ts';
import { restartedWith } from '../../../run/amend.ts';
import { parseExperiment } from '../../../run/experiment.ts';
import { readFile } from '../../browser/read-file.ts';
import { savedRuns } from '../../storage/saved-runs-signal.ts';
import type { ToolProps } from '../../tool.ts';
import { sentenceOf } from '../../widgets/error-sentence.ts';
import { notify } from '../../widgets/notice.tsx';
import { words } from './words.ts';

interface Dropped {
  bytes: Uint8Array;
  name: string;
  kind: DocumentKind | undefined;
  document: unknown;
}

/** The content of a file; undefined if it cannot be read, which the replay library reports. */
function recognise(bytes: Uint8Array, name: string): Dropped | undefined {
  try {
    const { kind, document } = decodeFile(bytes, name);
    return { bytes, name, kind: kind ?? kindOfDocument(document), document };
  } catch {
    return undefined;
  }
}

type Opens = (props: ToolProps, dropped: Dropped) => void | Promise<void>;

function openBody({ choose, session }: ToolProps, { document, name }: Dropped): void {
  const { plan, notes } = bodyFromDocument(document, name);
  if (!choose(restartedWith(session.nextExperiment.value, { body: plan as never }))) return;
  notify([`A new run begins with the body ${name}.`, ...notes].join(' '), { isPassing: notes.length === 0 });
}

/** Opens documents that do not belong in the replay library. */
const OPENERS: Partial<Record<DocumentKind, Opens>> = {
  experiment({ choose }, { document, name }) {
    if (choose(parseExperiment(document, name)))
      notify(`A new run begins with the experiment ${name}.`, { isPassing: true });
  },
  body: openBody,
  evolution: openBody,
  embodiment: openBody,
  async run(_props, { bytes, name }) {
    const saved = savedRuns.value;
    if (saved === undefined)
      throw new Error(`${name} is a run, but the saved runs are not loaded yet; try again in a moment`);
    await saved.resumeFile(bytes, name);
  },
};

async function openBytes(props: ToolProps, bytes: Uint8Array, name: string): Promise<boolean> {
  const dropped = recognise(bytes, name);
  const open = dropped?.kind && OPENERS[dropped.kind];
  if (dropped === undefined || open === undefined) return false;
  try {
    expectKind(dropped.document, [dropped.kind as DocumentKind], name, dropped.kind);
    await open(props, dropped);
  } catch (error) {
    notify(sentenceOf(error));
  }
  return true;
}

/**
 * Opens a file with an experiment, a body plan or a run, or reports what is wrong with it. Returns false for other files, which
 * the replay library imports or refuses.
 */
export async function openFile(props: ToolProps, file: File): Promise<boolean> {
  try {
    return await openBytes(props, await readFile(file), file.name);
  } catch {
    // Too large, or a folder: the replay library reports it.
    return false;
  }
}

/** As `openFile`, for pasted text. */
export const openText = (props: ToolProps, text: string): Promise<boolean> =>
  openBytes(props, new TextEncoder().encode(text), words.pasted);
