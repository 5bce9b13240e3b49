/** The next free node id and innovation number. */
export interface Counters {
  node: number;
  innovation: number;
}

/** Assigns ids and innovation numbers while one generation is bred. */
export interface Innovations {
  /** Innovation number of a new connection: the same for every child that adds it in this generation. */
  connection(from: number, to: number): number;
  /**
   * Id of the node that splits a connection: the same for every child that splits it in this generation, but a new one for
   * genes that have that node already (`has`).
   */
  split(innovation: number, has: (node: number) => boolean): number;
  counters(): Counters;
}

/** Stanley & Miikkulainen 2002, section 3.2: a structure that arises twice in one generation is one innovation. */
export function createInnovations({ node, innovation }: Counters): Innovations {
  let nextNode = node;
  let nextInnovation = innovation;
  const connections = new Map<string, number>();
  const splits = new Map<number, number>();
  return {
    connection(from, to) {
      const key = `${from} ${to}`;
      const number = connections.get(key) ?? nextInnovation++;
      connections.set(key, number);
      return number;
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
