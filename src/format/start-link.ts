import type { Start } from '../run/start-schema.ts';

type Pairs = [string, unknown][];

/** The base64 that needs no escaping in an address, and the usual one. */
const shortened = (text: string) => text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
const restored = (text: string) =>
  `${text.replaceAll('-', '+').replaceAll('_', '/')}${'='.repeat((4 - (text.length % 4)) % 4)}`;

/** What a run begins with, as settings of a link: each by its name. */
export function startToPairs({ genome, statistics, from }: Start): Pairs {
  return [['genome', shortened(genome)], ...Object.entries(statistics ?? {}), ...Object.entries(from ?? {})];
}

/** The part of a document that such settings say; what is wrong with it is told when that is read. */
export function startFromPairs(pairs: Pairs): object {
  const { genome, count, mean, squares, title, seed, generation, ...rest } = Object.fromEntries(pairs);
  const isSaid = (...values: unknown[]) => values.some((value) => value !== undefined);
  return {
    ...rest,
    genome: typeof genome === 'string' ? restored(genome) : genome,
    statistics: isSaid(count, mean, squares) ? { count, mean, squares } : null,
    ...(isSaid(title, seed, generation) ? { from: { title, seed, generation } } : {}),
  };
}
