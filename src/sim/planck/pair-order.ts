/** planck 1.5.0's BroadPhase from the inside, as far as new pairs go. */
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

/** More proxies than this no world of ours has. */
const MOST = 1 << 20;

/**
 * Has every world make its new contacts in the order of their proxies' numbers, as Box2D does (b2BroadPhase::UpdatePairs),
 * and not in the order its tree happens to find them. Proxies are numbered as they are made, so what ground there is far
 * off can't change the order in which near contacts are solved.
 */
export function sortPairs(pattern: BroadPhase): void {
  let mover = 0;
  let pairs: number[] = [];
  const found = (id: number) => {
    if (id !== mover) pairs.push(Math.min(id, mover) * MOST + Math.max(id, mover));
    return true;
  };
  Object.getPrototypeOf(pattern).updatePairs = function (this: BroadPhase, add: AddPair): void {
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
      const pair = pairs[i] as number;
      if (pair !== pairs[i - 1]) add(tree.getUserData(Math.floor(pair / MOST)), tree.getUserData(pair % MOST));
    }
  };
}
