import { SUPPORTED_FILES } from './foreign-file.ts';
import { type DocumentKind, foreignDocument, isObject, kindOfDocument } from './recognise.ts';
import { REPLAY_VERSION } from './replay-document.ts';

/** The name of each kind in messages, and how to use it. */
const KINDS: Record<DocumentKind, { name: string; use: string }> = {
  replay: { name: 'a replay', use: 'show it with "gaitlab replay FILE", or drop it on the page' },
  film: { name: 'a film', use: 'show it with "gaitlab replay FILE", or drop it on the page' },
  race: { name: 'a race', use: 'show it with "gaitlab replay FILE", or drop it on the page' },
  library: { name: 'a library', use: 'show its replays with "gaitlab replay FILE", or drop it on the page' },
  run: {
    name: 'a run',
    use: 'continue it with "gaitlab resume FILE --out FOLDER", or import it on the page under Runs',
  },
  experiment: { name: 'an experiment', use: 'train it with "gaitlab evolve FILE", or drop it on the page' },
  body: { name: 'a body plan', use: 'train it with "gaitlab evolve --body FILE", or drop it on the page' },
  evolution: {
    name: 'a creature saved by Evolution (Keiwan)',
    use: 'train it with "gaitlab evolve --body FILE", or drop it on the page',
  },
  embodiment: {
    name: 'a body of TeachMyAgent',
    use: 'train it with "gaitlab evolve --body FILE", or drop it on the page',
  },
  policy: { name: 'a policy', use: 'try it with "gaitlab evaluate --policy FILE --task TASK"' },
  given: { name: 'an episode of BipedalWalker', use: 'simulate it with "gaitlab rollout --given FILE"' },
  record: {
    name: 'the run.json of a run',
    use: 'continue the run with "gaitlab resume FOLDER", or drop the checkpoint.gait beside it on the page',
  },
  table: {
    name: 'a table that "gaitlab export" wrote',
    use: 'it cannot be read back; open the replay that it was exported from',
  },
  sweep: { name: 'the sweep.json of a sweep', use: 'continue the sweep with "gaitlab sweep --resume FOLDER"' },
  'sweep-run': { name: 'a finished run of a sweep', use: 'continue the sweep with "gaitlab sweep --resume FOLDER"' },
};

/** The newest version of each kind that has versions. */
const VERSIONS: Partial<Record<DocumentKind, number>> = {
  replay: REPLAY_VERSION,
  film: 1,
  race: 1,
  library: 1,
  run: 1,
  experiment: 1,
  sweep: 1,
  'sweep-run': 1,
};

/** Kinds whose documents have a key `format`. */
const SELF_DESCRIBING: readonly DocumentKind[] = ['replay', 'film', 'race', 'library', 'run'];

/**
 * Checks that a document is of a wanted kind before it is parsed. Throws an Error that starts with `source` and says what the
 * document is instead and how to use it, or that a newer Gaitlab wrote it. Accepts a document that may be a faulty one of the
 * wanted kind; its parser reports the fault. `headerKind` is the kind in the header of the document's file.
 */
export function expectKind(
  document: unknown,
  wanted: readonly [DocumentKind, ...DocumentKind[]],
  source: string,
  headerKind?: DocumentKind,
): void {
  const documentKind = kindOfDocument(document);
  const kind = headerKind ?? documentKind;
  if (kind !== undefined && wanted.includes(kind)) {
    if (kind === documentKind) checkVersion(document, kind, source);
    return;
  }
  const { name } = KINDS[wanted[0]];
  if (kind !== undefined) throw new Error(`${source} is ${KINDS[kind].name}, not ${name}; ${KINDS[kind].use}`);
  const foreign = foreignDocument(document);
  if (foreign !== undefined) throw new Error(`${source} is ${foreign}, not ${name}; ${SUPPORTED_FILES}`);
  if (SELF_DESCRIBING.includes(wanted[0]))
    throw new Error(`${source} is JSON of a kind that Gaitlab does not know, not ${name}; ${SUPPORTED_FILES}`);
}

function checkVersion(document: unknown, kind: DocumentKind, source: string): void {
  const newest = VERSIONS[kind];
  const version = isObject(document) ? document.version : undefined;
  if (newest === undefined || typeof version !== 'number' || version <= newest) return;
  throw new Error(
    `${source} is ${KINDS[kind].name} of version ${version}, this Gaitlab reads up to version ${newest}; open it with a newer Gaitlab`,
  );
}
