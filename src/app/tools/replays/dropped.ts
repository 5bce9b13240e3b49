import { bodyPlanSchema } from '../../../creature/body-plan.ts';
import { decodeFile, MAX_FILE_BYTES } from '../../../format/container.ts';
import { expectKind } from '../../../format/expected-kind.ts';
import { type DocumentKind, kindOfDocument } from '../../../format/recognise.ts';
import { isOfThisEngine } from '../../../format/run-document.ts';
import { withSetting } from '../../../run/amend.ts';
import { parseExperiment } from '../../../run/experiment.ts';
import { parse } from '../../../schema/fault.ts';
import { openedRuns } from '../../storage/opened-runs.ts';
import type { ToolProps } from '../../tool.ts';
import { notify } from '../../widgets/notice.tsx';
import { sentenceOf } from './import.ts';
import { words } from './words.ts';

interface Dropped {
  bytes: Uint8Array;
  name: string;
  kind: DocumentKind | undefined;
  document: unknown;
}

/** What bytes hold; undefined for what cannot be read, of which the library of replays says why. */
function recognised(bytes: Uint8Array, name: string): Dropped | undefined {
  try {
    const { kind, document } = decodeFile(bytes, name);
    return { bytes, name, kind: kind ?? kindOfDocument(document), document };
  } catch {
    return undefined;
  }
}

type Opens = (props: ToolProps, dropped: Dropped) => void | Promise<void>;

/** How a document is opened that is not for the library of replays. */
const OPENS: Partial<Record<DocumentKind, Opens>> = {
  experiment({ choose }, { document, name }) {
    choose(parseExperiment(document, name));
    notify(`A new run begins with the experiment ${name}.`, { isPassing: true });
  },
  body({ choose, session }, { document, name }) {
    choose(withSetting(session.now.value, 'body', parse(bodyPlanSchema, document, name) as never));
    notify(`A new run begins with the body ${name}.`, { isPassing: true });
  },
  async run(_props, { bytes, name, document }) {
    const kept = openedRuns.value;
    if (kept === undefined) throw new Error(`${name} is a run, and the runs are not loaded yet; try again in a moment`);
    try {
      await kept.resumeFile(bytes, name.replace(/\.\w+$/, '').slice(0, 40));
    } catch (error) {
      throw new Error(sentenceOf(error).replace(/^This file/, name));
    }
    if (!isOfThisEngine(document))
      notify(`${name} is of another version of the simulation; it may go on to other bits.`);
  },
};

async function openBytes(props: ToolProps, bytes: Uint8Array, name: string): Promise<boolean> {
  const dropped = recognised(bytes, name);
  const open = dropped?.kind && OPENS[dropped.kind];
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
 * Opens a file with an experiment, a body plan or a run; says in a sentence what is wrong with it. Returns false for all else,
 * which the library of replays takes or refuses.
 */
export async function openFile(props: ToolProps, file: File): Promise<boolean> {
  if (file.size > MAX_FILE_BYTES) return false;
  try {
    return await openBytes(props, new Uint8Array(await file.arrayBuffer()), file.name);
  } catch {
    // A folder, or what may not be read.
    return false;
  }
}

/** As `openFile`, for pasted text. */
export const openText = (props: ToolProps, text: string): Promise<boolean> =>
  openBytes(props, new TextEncoder().encode(text), words.pasted);
