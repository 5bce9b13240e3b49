import type { Genome } from '../creature/genome.ts';
import type { Moments } from '../math/stats.ts';
import { effectiveAt } from './amend.ts';
import type { Batch } from './batch.ts';
import type { Champion } from './champion.ts';
import type { Experiment } from './experiment-schema.ts';

/** What is kept of a champion: not what it did, but all that it takes to see it do it again. */
export interface ChampionEntry {
  generation: number;
  genome: Genome;
  statistics: Moments | null;
  /** Of its tests. */
  seeds: number[];
  fitness: number;
  distance: number;
  isRecord: boolean;
}

/** What to keep of a champion. */
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
  /** Of generations without a record only every so manieth is kept. */
  readonly stride: number;
}

/** The champions of a run, oldest first. */
export interface ChampionHistory extends ChampionHistoryState {
  add(champion: Champion, isRecord: boolean): void;
  /** Of a generation or, where none is kept, of the last one before it that is; undefined before any. */
  at(generation: number): ChampionEntry | undefined;
  /** Takes up where another history ended. */
  restore(state: ChampionHistoryState): void;
}

/**
 * Entries, and numbers in all their genomes (4 bytes each), beyond which every second one goes. An entry is 2 to 3 kB with what
 * belongs to it, so that a long run costs a page a megabyte; a timeline has no more places than these.
 */
const ROOM = { entries: 512, numbers: 8_000_000 };

export function createChampionHistory(room = ROOM): ChampionHistory {
  let entries: ChampionEntry[] = [];
  let numbers = 0;
  let stride = 1;
  const records: number[] = [];
  const isOver = () => entries.length > room.entries || numbers > room.numbers;

  function keep(wanted: (entry: ChampionEntry, place: number) => boolean): void {
    entries = entries.filter(wanted);
    numbers = entries.reduce((sum, { genome }) => sum + genome.length, 0);
  }

  /** Records stay, until they alone are too many; first and newest always. */
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
      // The newest was kept because it was; now it has to have a reason.
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
        if ((entries[middle] as ChampionEntry).generation <= generation) low = middle + 1;
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

/** Where an entry's creature is to live: on the ground of its first test unless told, under its own generation's settings. */
export interface Place {
  seed?: number | undefined;
  /** The generation whose settings are in force. */
  under?: number | undefined;
}

/** One recorded life of an entry's creature. */
export function lifeOf(experiment: Experiment, entry: ChampionEntry, { seed, under }: Place = {}): Batch {
  const { generation, genome, statistics, seeds } = entry;
  const request = { genome, seed: seed ?? seeds[0] ?? 0, statistics, record: true };
  return { experiment: effectiveAt(experiment, under ?? generation), requests: [request] };
}
