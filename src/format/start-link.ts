import type { Start } from '../run/start-schema.ts';

type Pairs = [string, unknown][];

/** Converts between standard base64 and base64url without padding, which needs no escaping in a URL. */
const toBase64Url = (text: string) => text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
const fromBase64Url = (text: string) =>
  `${text.replaceAll('-', '+').replaceAll('_', '/')}${'='.repeat((4 - (text.length % 4)) % 4)}`;

/** The starting point of a run as settings of a link, by name. */
export function startToPairs({ genome, statistics, from }: Start): Pairs {
  return [['genome', toBase64Url(genome)], ...Object.entries(statistics ?? {}), ...Object.entries(from ?? {})];
}

/** Converts such settings to the `start` of an experiment document. Faults are reported when the document is parsed. */
export function startFromPairs(pairs: Pairs): object {
  const { genome, count, mean, squares, title, seed, generation, ...rest } = Object.fromEntries(pairs);
  const hasAny = (...values: unknown[]) => values.some((value) => value !== undefined);
  return {
    ...rest,
    genome: typeof genome === 'string' ? fromBase64Url(genome) : genome,
    statistics: hasAny(count, mean, squares) ? { count, mean, squares } : null,
    ...(hasAny(title, seed, generation) ? { from: { title, seed, generation } } : {}),
  };
}
