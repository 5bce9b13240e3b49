import { useEffect } from 'preact/hooks';
import { restartedWith } from '../../../run/amend.ts';
import { presets } from '../../../run/presets.ts';
import type { Sweep } from '../../../run/sweep/sweep.ts';
import { requestedSweep } from '../../session/requested-sweep.ts';
import type { ToolProps } from '../../tool.ts';
import { cellChampion } from './cell-champion.ts';
import { draftOf } from './draft.ts';
import { Results } from './results.tsx';
import { SweepForm } from './sweep-form.tsx';
import { SweepProgress } from './sweep-progress.tsx';
import { toolStateOf } from './tool-state.ts';
import './sweep.css';
import './results.css';

/** The sweep tool: runs several values of one or two settings, each with several seeds, and compares the results. */
export function SweepTool({ session, stageSelector, choose }: ToolProps) {
  const tool = toolStateOf(session);
  const { sweepState, draft, isEditing, picked } = tool;
  const experiment = restartedWith(session.nextExperiment.value);
  const requested = requestedSweep.value;

  function start(sweep: Sweep): void {
    picked.value = undefined;
    isEditing.value = false;
    sweepState.start(sweep);
  }
  async function watch(cell: number, name: string): Promise<void> {
    const sweep = sweepState.sweep.value;
    if (sweep === undefined) return;
    const act = await cellChampion(session, sweep, sweepState.outcomes.value, cell, name).catch(() => undefined);
    if (act && picked.value === cell && sweepState.sweep.value === sweep) stageSelector.showOther(act);
  }

  useEffect(() => {
    requestedSweep.value = undefined;
    const filled = requested === undefined ? undefined : draftOf(presets[requested]!);
    if (filled === undefined) return;
    draft.value = filled;
    isEditing.value = true;
  }, [requested]);

  const sweep = sweepState.sweep.value;
  if (isEditing.value || sweep === undefined) {
    return <SweepForm session={session} experiment={experiment} draft={draft} start={start} />;
  }
  const edit = () => {
    isEditing.value = true;
  };
  return (
    <div class="sweep-results">
      <SweepProgress state={sweepState} edit={edit} />
      <Results tool={tool} sweep={sweep} watch={watch} choose={choose} />
    </div>
  );
}
