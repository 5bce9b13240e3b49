/** Where a value is in a document: keys and indices from its top. */
export type Place = (string | number)[];

/** Paths to every value in a document. */
export function placesIn(value: unknown, path: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, each]) => placesIn(each, [...path, key]));
  return path.length > 0 ? [path, ...inner] : inner;
}

/** What holds the value at a place. */
export const holderOf = (document: unknown, place: Place) =>
  place.slice(0, -1).reduce((at, key) => (at as Record<string, unknown>)[key], document) as Record<string, unknown>;

/** Puts a value in a place. */
export function put(document: unknown, place: Place, value: unknown): void {
  holderOf(document, place)[place.at(-1) as string] = value;
}
