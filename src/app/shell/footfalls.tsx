import type { Experiment } from '../../run/experiment-schema.ts';
import { gravityIn } from '../stage/origin.ts';
import type { StageController } from '../stage/stage-controller.ts';
import { strings } from '../strings.ts';
import { FootfallDiagram } from '../widgets/footfall-diagram.tsx';
import './footfalls.css';

export interface FootfallsProps {
  stageController: StageController;
  experiment: Experiment;
}

/** The footfall diagram of the creature on the stage, below it. */
export function Footfalls({ stageController, experiment }: FootfallsProps) {
  const clip = stageController.onStage.value;
  if (clip === undefined) return null;
  const { recording, gait = '' } = clip;
  const gravity = gravityIn(recording, experiment);
  const label = strings.footfallsOf(gait);
  return (
    <div class="live-footfalls">
      <FootfallDiagram {...{ recording, gravity, gait, label }} time={stageController.frameTime} />
    </div>
  );
}
