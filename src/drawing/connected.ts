import type { Joint } from '../creature/body-plan.ts';

type Ends = Pick<Joint, 'parent' | 'child'>;

/** Names of the parts that joints connect with a part, directly or through others; that part is the first. */
export function connected({ joints }: { joints: readonly Ends[] }, name: string): Set<string> {
  const found = new Set([name]);
  // A set that grows while it is walked: new parts are visited too.
  for (const here of found) {
    for (const { parent, child } of joints) {
      if (parent === here) found.add(child);
      if (child === here) found.add(parent);
    }
  }
  return found;
}

/** Names of a part and of all that hangs on it, in the directions of the joints. */
export function hanging({ joints }: { joints: readonly Ends[] }, names: Iterable<string>): Set<string> {
  const found = new Set(names);
  for (const here of found) for (const { parent, child } of joints) if (parent === here) found.add(child);
  return found;
}
