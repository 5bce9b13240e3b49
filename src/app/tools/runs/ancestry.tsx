import { resolvedAt } from '../../../run/amend.ts';
import type { RunRecord } from '../../session/run-record.ts';
import { FileText, SentenceText } from '../../widgets/file-text.tsx';
import { Icon } from '../../widgets/icon.tsx';
import { differencesOf } from './differences.ts';
import { runName } from './run-name.ts';
import { words } from './words.ts';

/** The parent of a run, and its differences from the parent or the defaults. */
export function Ancestry({ run, all }: { run: RunRecord; all: readonly RunRecord[] }) {
  const experiment = run.experiment.value;
  const parent = all.find(({ id }) => id === run.parent?.run);
  const before = parent && run.parent && resolvedAt(parent.experiment.value, run.parent.generation);
  const differences = differencesOf(experiment, before);
  const generation = run.parent?.generation ?? experiment.start?.from?.generation;
  const isFork = generation !== undefined;
  const from = run.parent
    ? words.from(parent ? runName(parent) : words.run(run.parent.run), run.parent.generation)
    : words.elsewhere(generation ?? 0);
  if (!isFork && differences.length === 0) return null;
  return (
    <p class="ancestry">
      {isFork && (
        <span class="lineage">
          <Icon name="branch" /> <SentenceText text={from} />
        </span>
      )}
      {differences.map((each) => (
        <span key={each} class="difference">
          <FileText text={each} />
        </span>
      ))}
    </p>
  );
}
