import { type ReadonlySignal, useSignal } from '@preact/signals';
import type { Knob } from '../../net/knobs.ts';
import { Legend } from '../../net/legend.tsx';
import type { NetActivity } from '../../net/net-activity.ts';
import { nameOfKnob } from '../../net/node-names.ts';
import type { StageController } from '../../stage/stage-controller.ts';
import type { Hover } from './hover.ts';
import { KnobPanel } from './knob-panel.tsx';
import { NetView } from './net-view.tsx';
import { Outcome } from './outcome.tsx';
import { weight, words } from './words.ts';
import type { WeightEditor } from './workbench.ts';

export interface LiveViewProps {
  mind: ReadonlySignal<NetActivity | undefined>;
  stageController: StageController;
  pointing: Hover;
  bench: WeightEditor;
  newest: ReadonlySignal<number | undefined>;
}

/** What is pointed at, or in hand, in words. */
function Readout({
  mind,
  pointing,
  pointed,
}: Pick<LiveViewProps, 'mind' | 'pointing'> & { pointed: ReadonlySignal<Knob | undefined> }) {
  const seen = mind.value;
  const knob = pointed.value ?? pointing.selected.value;
  const focus = pointing.focus.value;
  const text = () => {
    if (seen === undefined) return '';
    if (knob) return `${nameOfKnob(knob, seen.names)}: ${weight(seen.genome[knob.parameter] as number)}`;
    return focus === undefined ? words.speaks : (seen.names[focus] ?? '');
  };
  return (
    <p class="readout" id="net-readout">
      {text()}
    </p>
  );
}

/** The net at work, and its knobs. */
export function LiveView({ mind, stageController, pointing, bench, newest }: LiveViewProps) {
  const pointed = useSignal<Knob | undefined>(undefined);
  const seen = mind.value;
  return (
    <div class="live-net">
      <p class="about">{seen ? words.about : words.waiting}</p>
      <div class="bar">
        <Legend pushes={words.pushes} holds={words.holds} />
        <Readout mind={mind} pointing={pointing} pointed={pointed} />
      </div>
      <div class="drawing">
        <NetView
          mind={mind}
          stageController={stageController}
          pointing={pointing}
          turned={bench.turned}
          pointed={pointed}
        />
      </div>
      {stageController.onStage.value?.crowd && <p class="hint">{words.elsewhere}</p>}
      <Outcome bench={bench} newest={newest.value} />
      <KnobPanel mind={mind} pointing={pointing} bench={bench} />
    </div>
  );
}
