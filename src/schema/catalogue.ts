/**
 * The entry of a catalogue with that name. Throws an Error that lists the catalogue's names if there is none, as for an
 * inherited name such as `constructor`.
 */
export function lookup<T>(catalogue: Readonly<Record<string, T>>, name: string, kind: string): T {
  if (Object.hasOwn(catalogue, name)) return catalogue[name]!;
  throw new Error(`there is no ${kind} "${name}", only ${Object.keys(catalogue).join(', ')}`);
}
