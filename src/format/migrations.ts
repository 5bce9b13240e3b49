type Document = Record<string, unknown>;

const isDocument = (value: unknown): value is Document =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What makes a replay's document of one version one of the next, by the version it is of. */
const STEPS: Record<number, (document: Document) => Document> = {
  // Version 2 tells the state of every second; who does not know it says nothing.
  1: (document) => ({
    ...document,
    version: 2,
    tests: Array.isArray(document.tests)
      ? document.tests.map((test: unknown) => (isDocument(test) ? { ...test, trace: '' } : test))
      : document.tests,
  }),
  // Version 3 knows two kinds of recordings.
  2: (document) => ({
    ...document,
    version: 3,
    ...(isDocument(document.recording) && { recording: { kind: 'changes', ...document.recording } }),
  }),
};

/** A replay's document in today's version, as far as it can be told; whatever else is wrong with it is left as it is. */
export function migrate(document: unknown): unknown {
  let now = document;
  while (isDocument(now) && typeof now.version === 'number' && Object.hasOwn(STEPS, now.version)) {
    now = (STEPS[now.version] as (document: Document) => Document)(now);
  }
  return now;
}
