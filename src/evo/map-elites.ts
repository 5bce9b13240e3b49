import { pickRandom, stream } from '../math/rng.ts';
import { type Archive, bestOf, coverage, type Elite, withCandidates } from './archive.ts';
import { DESCRIPTOR_NAMES, type MapElitesSettings, mapElitesDescription } from './descriptions/map-elites.ts';
import { initialGenome } from './mutation.ts';
import { optimizer } from './optimizer.ts';
import { bestFirst } from './shaping.ts';

/** Plain data. */
export interface MapElitesState {
  seed: number;
  generation: number;
  settings: MapElitesSettings;
  start: Float32Array;
  archive: Archive;
}

/**
 * MAP-Elites: an archive keeps the best genome of each kind of behaviour; children of random elites compete for its cells.
 * Mouret & Clune 2015, Illuminating search spaces by mapping elites, arXiv:1504.04909; children by the iso+line operator of
 * Vassiliades & Mouret 2018, Discovering the elite hypervolume by leveraging interspecies correlation.
 * Without descriptors, all genomes compete for one cell.
 */
export const mapElites = optimizer<MapElitesState, typeof mapElitesDescription.settings>({
  ...mapElitesDescription,

  init: (dimension, settings, seed, start) => ({
    seed,
    generation: 0,
    settings,
    start: start ? Float32Array.from(start) : new Float32Array(dimension),
    archive: [],
  }),

  ask(state) {
    const { archive, start, settings } = state;
    const rng = stream(state.seed, 'ask', state.generation);
    const genomes = Array.from({ length: settings.populationSize }, (_, k) => {
      if (archive.length === 0) return initialGenome(start, k, settings.sigma, rng);
      const { genome: x } = pickRandom(archive, rng);
      const { genome: y } = pickRandom(archive, rng);
      const along = settings.line * rng.normal();
      const z = rng.normals(x.length);
      return x.map((xi, i) => xi + settings.mutation * z[i]! + along * (y[i]! - xi)); // iso + line
    });
    return { genomes, state };
  },

  tell(state, genomes, fitness, descriptors) {
    bestFirst(genomes, fitness); // throws when genomes and fitnesses do not match
    const { across, up, resolution } = state.settings;
    const axes = [DESCRIPTOR_NAMES.indexOf(across), DESCRIPTOR_NAMES.indexOf(up)] as const;
    const candidates = genomes.map((genome, k) => {
      const [x, y] = axes.map((axis) => descriptors?.[k]?.[axis] ?? 0) as Elite['descriptor'];
      return {
        genome: Float32Array.from(genome),
        fitness: clampToFinite(fitness[k]!),
        descriptor: [x, y] as [number, number],
      };
    });
    const archive = withCandidates(state.archive, candidates, resolution);
    return { ...state, generation: state.generation + 1, archive };
  },

  mean: ({ archive, start }) => (bestOf(archive)?.genome ?? start).slice(),

  stop: () => ({}),

  stats: ({ generation, settings, archive }) => ({
    stepSize: archive.length === 0 ? settings.sigma : settings.mutation,
    generation,
    others: { elites: archive.length, coverage: coverage(archive, settings.resolution) },
  }),

  amend(state, settings) {
    const { across, up, resolution, sigma } = state.settings;
    return { ...state, settings: { ...settings, across, up, resolution, sigma } };
  },
});

/** JSON has no infinities. NaN stays, and the archive ignores it. */
const clampToFinite = (fitness: number) => Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, fitness));
