import { type ReadonlySignal, useSignal } from '@preact/signals';
import { Legend } from '../../net/legend.tsx';
import type { NetActivity } from '../../net/net-activity.ts';
import type { NetParameter } from '../../net/net-parameters.ts';
import { parameterName } from '../../net/node-names.ts';
import type { StageController } from '../../stage/stage-controller.ts';
import { SentenceText } from '../../widgets/file-text.tsx';
import type { Hover } from './hover.ts';
import { NetView } from './net-view.tsx';
import { TrialResult } from './trial-result.tsx';
import type { WeightEditor } from './weight-editor.ts';
import { WeightPanel } from './weight-panel.tsx';
import { weight, words } from './words.ts';

export interface LiveViewProps {
  activity: ReadonlySignal<NetActivity | undefined>;
  stageController: StageController;
  hover: Hover;
  editor: WeightEditor;
  newest: ReadonlySignal<number | undefined>;
}

/** Describes the weight or node under the pointer, or the selected one. */
function Readout({
  activity,
  hover,
  pointed,
}: Pick<LiveViewProps, 'activity' | 'hover'> & { pointed: ReadonlySignal<NetParameter | undefined> }) {
  const seen = activity.value;
  const parameter = pointed.value ?? hover.selected.value;
  const focus = hover.focus.value;
  const text = () => {
    if (seen === undefined) return '';
    if (parameter) return `${parameterName(parameter, seen.names)}: ${weight(seen.genome[parameter.index]!)}`;
    return focus === undefined ? words.speaks : (seen.names[focus] ?? '');
  };
  return (
    <p class="readout" id="net-readout">
      <SentenceText text={text()} />
    </p>
  );
}

/** The net at work, and its weights. */
export function LiveView({ activity, stageController, hover, editor, newest }: LiveViewProps) {
  const pointed = useSignal<NetParameter | undefined>(undefined);
  const seen = activity.value;
  return (
    <div class="live-net">
      <p class="about">{seen ? words.about : words.waiting}</p>
      <div class="bar">
        <Legend pushes={words.pushes} holds={words.holds} />
        <Readout activity={activity} hover={hover} pointed={pointed} />
      </div>
      <div class="drawing">
        <NetView
          activity={activity}
          stageController={stageController}
          hover={hover}
          edits={editor.edits}
          pointed={pointed}
        />
      </div>
      {stageController.onStage.value?.crowd && <p class="hint">{words.elsewhere}</p>}
      <TrialResult editor={editor} newest={newest.value} />
      <WeightPanel activity={activity} hover={hover} editor={editor} />
    </div>
  );
}
