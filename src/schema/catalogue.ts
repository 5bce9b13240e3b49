/**
 * The entry of a catalogue with that name. Throws an Error that says what is on offer when there is none;
 * inherited names such as `constructor` are no entries.
 */
export function lookup<T>(catalogue: Readonly<Record<string, T>>, name: string, kind: string): T {
  if (Object.hasOwn(catalogue, name)) return catalogue[name] as T;
  throw new Error(`there is no ${kind} "${name}", only ${Object.keys(catalogue).join(', ')}`);
}
