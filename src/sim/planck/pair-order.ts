/** Internals of planck 1.5.0's BroadPhase that find new pairs. */
export interface BroadPhase {
  m_moveBuffer: (number | null)[];
  m_tree: {
    getFatAABB(id: number): unknown;
    query(area: unknown, each: (id: number) => boolean): void;
    getUserData(id: number): unknown;
    m_nodes: Record<number, object>;
  };
}

type AddPair = (a: unknown, b: unknown) => void;

/** More proxies than a world can have here: a pair is written as one number. */
const MAX_PROXIES = 1 << 20;

/**
 * Makes every world create its new contacts in the order of the proxies' ids, as Box2D does (b2BroadPhase::UpdatePairs),
 * instead of the order in which its tree finds them. Ids follow the order of creation, so distant ground cannot change the
 * order in which near contacts are solved.
 */
export function sortPairs(instance: BroadPhase): void {
  let mover = 0;
  let pairs: number[] = [];
  const found = (id: number) => {
    if (id !== mover) pairs.push(Math.min(id, mover) * MAX_PROXIES + Math.max(id, mover));
    return true;
  };
  Object.getPrototypeOf(instance).updatePairs = function (this: BroadPhase, add: AddPair): void {
    const { m_moveBuffer: moved, m_tree: tree } = this;
    if (moved.length === 0) return;
    pairs = [];
    while (moved.length > 0) {
      const id = moved.pop();
      if (id === null || id === undefined) continue;
      mover = id;
      tree.query(tree.getFatAABB(id), found);
    }
    pairs.sort((a, b) => a - b);
    for (let i = 0; i < pairs.length; i++) {
      const pair = pairs[i]!;
      if (pair !== pairs[i - 1])
        add(tree.getUserData(Math.floor(pair / MAX_PROXIES)), tree.getUserData(pair % MAX_PROXIES));
    }
  };
}
