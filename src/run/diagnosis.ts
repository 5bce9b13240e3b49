import type { Experiment } from './experiment-schema.ts';
import type { Check, Finding, RunCourse } from './finding.ts';
import { bodyFindings } from './findings/body.ts';
import * as episodes from './findings/episodes.ts';
import * as gait from './findings/gait.ts';
import * as progress from './findings/progress.ts';
import * as search from './findings/search.ts';
import { gainOf } from './trend.ts';
import type { VitalSigns } from './vital-signs.ts';

interface Entry {
  check: Check;
  /** Findings that this one explains: they are left out beside it. */
  covers?: readonly string[];
}

const STUCK = ['plateau', 'stands-still', 'wrong-way'] as const;

/** All checks, in the order in which findings of equal severity are listed. */
const checks: Readonly<Record<string, Entry>> = {
  'simulation-breaks': { check: episodes.simulationBreaks },
  'effort-too-dear': { check: episodes.effortTooExpensive, covers: [...STUCK, 'noise', 'falls'] },
  'lives-too-short': { check: episodes.durationTooShort, covers: [...STUCK, 'noise'] },
  'too-hasty': { check: episodes.stagnationTooShort, covers: [...STUCK, 'noise'] },
  'step-too-big': { check: search.stepTooBig, covers: [...STUCK, 'noise', 'saturated'] },
  'step-too-small': { check: search.stepTooSmall, covers: [...STUCK, 'noise', 'clones'] },
  clones: { check: search.clones, covers: [...STUCK, 'noise'] },
  saturated: { check: search.saturated, covers: [...STUCK, 'noise'] },
  falls: { check: episodes.everythingFalls, covers: [...STUCK, 'noise', 'falls-slowly'] },
  'falls-slowly': { check: gait.fallsSlowly, covers: [...STUCK, 'noise'] },
  unnormalised: { check: search.unnormalised, covers: STUCK },
  'wrong-way': { check: episodes.wrongWay, covers: ['plateau', 'noise'] },
  'stands-still': { check: episodes.standsStill, covers: ['plateau', 'noise'] },
  skips: { check: gait.skips },
  'drags-a-foot': { check: gait.dragsFoot },
  plateau: { check: progress.plateau, covers: ['learning'] },
  noise: { check: search.noise },
  learning: { check: progress.learning, covers: ['searching'] },
  searching: { check: progress.searching },
  'too-early': { check: progress.tooEarly },
};

/** Generations between the two spans that a gain compares. */
const AGO = 20;
/** Number of newest generations that the checks look at. */
export const WINDOW = 120;

const RANK = { serious: 0, hint: 1, well: 2 } as const;

/**
 * Findings about a run, the most serious first, from its vital signs since its settings last changed (oldest first; the
 * newest WINDOW suffice) and the experiment now in effect. Findings of severity `well` appear only if none is serious.
 */
export function diagnose(experiment: Experiment, signs: readonly VitalSigns[]): Finding[] {
  const newest = signs.slice(-WINDOW);
  const course: RunCourse = { experiment, signs: newest, gain: gainOf(newest, AGO) };
  const found = Object.entries(checks).flatMap(([id, { check }]) => {
    const finding = check(course);
    return finding ? [{ id, ...finding }] : [];
  });
  const covered = new Set(found.flatMap(({ id }) => checks[id]?.covers ?? []));
  const all = [...bodyFindings(course), ...found.filter(({ id }) => !covered.has(id))];
  const isSerious = all.some(({ severity }) => severity === 'serious');
  const isSearching = all.some(({ id }) => id === 'searching') && all.length > 1;
  return all
    .filter(({ id, severity }) => !(isSerious && severity === 'well') && !(isSearching && id === 'searching'))
    .toSorted((a, b) => RANK[a.severity] - RANK[b.severity]);
}
