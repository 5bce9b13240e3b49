type Document = Record<string, unknown>;

const isDocument = (value: unknown): value is Document =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Recordings of versions 2 and 3 are no longer read: a replay without one is simulated again. */
const withoutRecording = ({ recording: _recording, ...rest }: Document): Document => ({ ...rest, version: 4 });

/** Turns a replay's document of one version into one of a later version, by the version that it has. */
const STEPS: Record<number, (document: Document) => Document> = {
  // Version 2 added the state of every second; where it is not known it is empty.
  1: (document) => ({
    ...document,
    version: 2,
    tests: Array.isArray(document.tests)
      ? document.tests.map((test: unknown) => (isDocument(test) ? { ...test, trace: '' } : test))
      : document.tests,
  }),
  2: withoutRecording,
  3: withoutRecording,
};

/** A replay's document in today's version, as far as its version is known; anything else that is wrong with it is left as it is. */
export function migrate(document: unknown): unknown {
  let now = document;
  while (isDocument(now) && typeof now.version === 'number' && Object.hasOwn(STEPS, now.version)) {
    now = (STEPS[now.version] as (document: Document) => Document)(now);
  }
  return now;
}
