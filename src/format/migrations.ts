type Document = Record<string, unknown>;

const isDocument = (value: unknown): value is Document =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Drops the recordings of versions 2 and 3, which are no longer read; a replay without a recording is simulated again. */
const dropRecording = ({ recording: _recording, ...rest }: Document): Document => ({ ...rest, version: 4 });

/** By version: converts a replay document of that version to a later one. */
const MIGRATIONS: Record<number, (document: Document) => Document> = {
  // Version 2 added the trace, one state per second; it is empty when not known.
  1: (document) => ({
    ...document,
    version: 2,
    tests: Array.isArray(document.tests)
      ? document.tests.map((test: unknown) => (isDocument(test) ? { ...test, trace: '' } : test))
      : document.tests,
  }),
  2: dropRecording,
  3: dropRecording,
};

/** Converts a replay document of a known version to the current version. Other faults are left for the parser to report. */
export function migrate(document: unknown): unknown {
  let now = document;
  while (isDocument(now) && typeof now.version === 'number' && Object.hasOwn(MIGRATIONS, now.version)) {
    now = MIGRATIONS[now.version]!(now);
  }
  return now;
}
