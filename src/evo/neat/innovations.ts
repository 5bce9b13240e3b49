/** What the next new neuron and connection will be numbered. */
export interface Counters {
  node: number;
  innovation: number;
}

/** The numbers given out while one generation is bred. */
export interface Innovations {
  /** The number of a new connection between two neurons: the same for all who find it in this generation. */
  connection(from: number, to: number): number;
  /** The neuron that splits a connection: the same for all who split it in this generation, unless `has` it already. */
  split(innovation: number, has: (node: number) => boolean): number;
  counters(): Counters;
}

/** Stanley & Miikkulainen 2002, section 3.2: a structure found twice in one generation is one innovation. */
export function createInnovations({ node, innovation }: Counters): Innovations {
  let nextNode = node;
  let nextInnovation = innovation;
  const found = new Map<string, number>();
  const splits = new Map<number, number>();
  return {
    connection(from, to) {
      const key = `${from} ${to}`;
      const known = found.get(key) ?? nextInnovation++;
      found.set(key, known);
      return known;
    },
    split(innovation, has) {
      const known = splits.get(innovation);
      if (known !== undefined && !has(known)) return known;
      splits.set(innovation, nextNode);
      return nextNode++;
    },
    counters: () => ({ node: nextNode, innovation: nextInnovation }),
  };
}
