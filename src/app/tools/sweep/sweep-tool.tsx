import { useEffect } from 'preact/hooks';
import { presets } from '../../../run/presets.ts';
import type { Sweep } from '../../../run/sweep/sweep.ts';
import { requestedSweep } from '../../session/requested-sweep.ts';
import type { ToolProps } from '../../tool.ts';
import { cellChampion } from './cell-champion.ts';
import { draftOf, sweepFrom } from './draft.ts';
import { Form } from './form.tsx';
import { Progress } from './progress.tsx';
import { Results } from './results.tsx';
import { sweepStageOf } from './sweep-stage.ts';
import './sweep.css';

/** Tries values of one or two settings, each with several seeds, and shows which learn best. */
export function SweepTool({ session, stageSelector, choose }: ToolProps) {
  const desk = sweepStageOf(session);
  const { trial, draft, isEditing, picked } = desk;
  const experiment = { ...session.now.value, amendments: [] };
  const asked = requestedSweep.value;

  function start(sweep: Sweep): void {
    picked.value = undefined;
    isEditing.value = false;
    trial.start(sweep);
  }
  async function watch(cell: number, name: string): Promise<void> {
    const sweep = trial.sweep.value;
    if (sweep === undefined) return;
    const act = await cellChampion(session, sweep, trial.outcomes.value, cell, name).catch(() => undefined);
    if (act && picked.value === cell && trial.sweep.value === sweep) stageSelector.guest(act);
  }

  useEffect(() => {
    requestedSweep.value = undefined;
    const filled = asked === undefined ? undefined : draftOf(presets[asked] as (typeof presets)[string]);
    if (filled === undefined) return;
    draft.value = filled;
    start(sweepFrom(filled, experiment));
  }, [asked]);

  const sweep = trial.sweep.value;
  if (isEditing.value || sweep === undefined) {
    return <Form session={session} experiment={experiment} draft={draft} start={start} />;
  }
  const edit = () => {
    isEditing.value = true;
  };
  return (
    <div class="sweep-results">
      <Progress trial={trial} edit={edit} />
      <Results desk={desk} sweep={sweep} watch={watch} choose={choose} />
    </div>
  );
}
