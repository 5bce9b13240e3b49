import type { Hashes, Outcome } from '../scenarios.ts';
import { type EpisodeTrace, PART_DIGITS } from './trace.ts';

/** What `tests/golden/traces.golden.json` keeps of a scenario. */
export type Trace = { episodes: EpisodeTrace[] } | { generations: string[] };
export type Traces = Record<string, Trace>;

/** The stored trace of an outcome. */
export const traceOf = (outcome: Outcome): Trace =>
  'episodes' in outcome ? { episodes: outcome.episodes } : { generations: outcome.generations };

export interface Comparison {
  /** One sentence on each known scenario that has other bits or is no longer there. */
  changed: string[];
  /** Names of scenarios that have no golden hash yet. */
  added: string[];
}

/** Holds outcomes against the golden hashes; the traces say where a scenario first differs. */
export function compare(found: Record<string, Outcome>, hashes: Hashes, traces: Traces): Comparison {
  const changed: string[] = [];
  for (const [name, hash] of Object.entries(hashes)) {
    const outcome = found[name];
    if (outcome === undefined) changed.push(`"${name}": this scenario no longer exists`);
    else if (outcome.hash !== hash)
      changed.push(`"${name}": ${difference(outcome, traces[name])} (hash ${outcome.hash} instead of ${hash})`);
  }
  return { changed, added: Object.keys(found).filter((name) => !Object.hasOwn(hashes, name)) };
}

/** The message of a test over known scenarios; empty when none changed. */
export function messageOf({ changed }: Comparison): string {
  if (changed.length === 0) return '';
  const lines = changed.map((sentence) => `- ${sentence}`);
  return `${changed.length} golden scenarios differ; docs/golden.md says what to look for.\n${lines.join('\n')}`;
}

/** Describes the first difference of an outcome from the stored trace of its scenario. */
function difference(outcome: Outcome, kept: Trace | undefined): string {
  if (kept === undefined) return 'no trace is kept of it, so where it differs is not known';
  if ('generations' in outcome && 'generations' in kept) {
    const at = outcome.generations.findIndex((hash, k) => hash !== kept.generations[k]);
    return at < 0 ? 'every generation is the same as far as its trace shows' : `generation ${at} differs first`;
  }
  if ('episodes' in outcome && 'episodes' in kept) {
    for (const [k, episode] of outcome.episodes.entries()) {
      const words = episodeDifference(episode, kept.episodes[k]!, outcome.parts);
      if (words !== '') return `episode ${k + 1} ${words}`;
    }
    return 'every episode is the same as far as its trace shows';
  }
  return 'its trace is of another kind of scenario';
}

/** Empty when nothing differs. */
function episodeDifference(now: EpisodeTrace, kept: EpisodeTrace, parts: readonly string[]): string {
  for (const [k, hashes] of kept.seconds.entries()) {
    const found = now.seconds[k];
    if (found === undefined) return `ends before second ${k + 1}; all before is the same`;
    if (found.length !== hashes.length)
      return `has a body of ${found.length / PART_DIGITS} parts instead of ${hashes.length / PART_DIGITS}`;
    const other = parts.filter((_, part) => partIn(found, part) !== partIn(hashes, part));
    if (other.length > 0) {
      const all =
        other.length === parts.length ? `all ${parts.length} parts do` : `${other.length} of ${parts.length} parts do`;
      return `differs first in second ${k + 1}, part "${other[0]}" (${all} in that second)`;
    }
  }
  if (now.seconds.length > kept.seconds.length) return `goes on after second ${kept.seconds.length}, where it ended`;
  const rest = (['fitness', 'energy', 'observed'] as const).filter((key) => now[key] !== kept[key]);
  const words = rest.map((key) => (key === 'observed' ? 'what was observed' : key));
  return rest.length > 0 ? `has every part the same in every second, but not ${words.join(' and ')}` : '';
}

const partIn = (second: string, part: number) => second.slice(part * PART_DIGITS, (part + 1) * PART_DIGITS);
