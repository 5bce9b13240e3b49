import type { Start } from '../run/start-schema.ts';

type Pairs = [string, unknown][];

/** Converts between standard base64 and base64url without padding, which needs no escaping in a URL. */
const shortened = (text: string) => text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
const restored = (text: string) =>
  `${text.replaceAll('-', '+').replaceAll('_', '/')}${'='.repeat((4 - (text.length % 4)) % 4)}`;

/** The starting point of a run as settings of a link, by name. */
export function startToPairs({ genome, statistics, from }: Start): Pairs {
  return [['genome', shortened(genome)], ...Object.entries(statistics ?? {}), ...Object.entries(from ?? {})];
}

/** Converts such settings to the `start` of an experiment document. Faults are reported when the document is parsed. */
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
