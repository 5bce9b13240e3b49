import type { Genome } from '../creature/genome.ts';
import type { Moments } from '../math/stats.ts';
import { effectiveAt } from './amend.ts';
import type { Batch } from './batch.ts';
import type { Champion } from './champion.ts';
import type { Experiment } from './experiment-schema.ts';

/** A stored champion: without a recording, but with all data needed to simulate it again. */
export interface ChampionEntry {
  generation: number;
  genome: Genome;
  statistics: Moments | null;
  /** Seeds of its tests. */
  seeds: number[];
  fitness: number;
  distance: number;
  isRecord: boolean;
}

/** The entry of a champion. */
export function entryOf(
  { generation, genome, statistics, tests, fitness, distance }: Champion,
  isRecord: boolean,
): ChampionEntry {
  return { generation, genome, statistics, seeds: tests.map(({ seed }) => seed), fitness, distance, isRecord };
}

/** The history as plain data. */
export interface ChampionHistoryState {
  readonly entries: readonly ChampionEntry[];
  /** Generations in which the record was broken, in order. */
  readonly records: readonly number[];
  /** Without a record, only every `stride`-th generation is kept. */
  readonly stride: number;
}

/** The champions of a run, oldest first. */
export interface ChampionHistory extends ChampionHistoryState {
  add(champion: Champion, isRecord: boolean): void;
  /** The entry of a generation, or of the last stored one before it; undefined if there is none. */
  at(generation: number): ChampionEntry | undefined;
  /** Replaces the contents by a saved state. */
  restore(state: ChampionHistoryState): void;
}

/**
 * Limits on entries and on numbers in all genomes (4 bytes each); beyond them every other entry is dropped. An entry takes
 * 2 to 3 kB, so a long run takes about a megabyte of the page; the timeline cannot show more.
 */
const LIMITS = { entries: 512, numbers: 8_000_000 };

export function createChampionHistory(limits = LIMITS): ChampionHistory {
  let entries: ChampionEntry[] = [];
  let numbers = 0;
  let stride = 1;
  const records: number[] = [];
  const isOver = () => entries.length > limits.entries || numbers > limits.numbers;

  function keep(wanted: (entry: ChampionEntry, place: number) => boolean): void {
    entries = entries.filter(wanted);
    numbers = entries.reduce((sum, { genome }) => sum + genome.length, 0);
  }

  /** Keeps first, newest and records; drops every other record if they alone are too many. */
  function thin(): void {
    const last = entries.length - 1;
    stride *= 2;
    keep(({ generation, isRecord }, i) => i === last || isRecord || generation % stride === 0);
    if (isOver()) keep((_, i) => i === 0 || i === entries.length - 1 || i % 2 === 1);
  }

  return {
    get entries() {
      return entries;
    },
    records,
    get stride() {
      return stride;
    },
    add(champion, isRecord) {
      const { generation, genome } = champion;
      const before = entries.at(-1);
      // The newest entry is always kept, older ones according to the stride.
      if (before && !before.isRecord && before.generation % stride !== 0 && entries.length > 1) {
        entries.pop();
        numbers -= before.genome.length;
      }
      entries.push(entryOf(champion, isRecord));
      numbers += genome.length;
      if (isRecord) records.push(generation);
      if (isOver()) thin();
    },
    at(generation) {
      let [low, high] = [0, entries.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (entries[middle]!.generation <= generation) low = middle + 1;
        else high = middle;
      }
      return entries[Math.max(0, low - 1)];
    },
    restore(state) {
      stride = state.stride;
      records.splice(0, records.length, ...state.records);
      entries = [...state.entries];
      keep(() => true);
      for (let before = 0; isOver() && before !== entries.length; ) {
        before = entries.length;
        thin();
      }
    },
  };
}

/** Where to simulate an entry's creature. Defaults: the ground of its first test, the settings of its generation. */
export interface Place {
  seed?: number | undefined;
  /** The generation whose settings apply. */
  under?: number | undefined;
}

/** One recorded episode of an entry's creature. */
export function episodeBatch(experiment: Experiment, entry: ChampionEntry, { seed, under }: Place = {}): Batch {
  const { generation, genome, statistics, seeds } = entry;
  const request = { genome, seed: seed ?? seeds[0] ?? 0, statistics, record: true };
  return { experiment: effectiveAt(experiment, under ?? generation), requests: [request] };
}
