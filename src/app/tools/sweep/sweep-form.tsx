import { type Signal, useComputed } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { Experiment } from '../../../run/experiment-schema.ts';
import { presets } from '../../../run/presets.ts';
import type { Sweep } from '../../../run/sweep/sweep.ts';
import type { Session } from '../../session/session.ts';
import { sentenceOf } from '../../widgets/error-sentence.ts';
import { SentenceText } from '../../widgets/file-text.tsx';
import { AxisField } from './axis-field.tsx';
import { type AxisDraft, draftOf, fitDraft, type SweepDraft, sweepFrom } from './draft.ts';
import { describeExperiment } from './labels.ts';
import { duration, words } from './words.ts';

export interface SweepFormProps {
  session: Session;
  /** The experiment of the page's run. */
  experiment: Experiment;
  draft: Signal<SweepDraft>;
  start(sweep: Sweep): void;
}

/** The sweep of the form, or what is wrong with it. */
function parseForm(draft: SweepDraft, experiment: Experiment): { sweep?: Sweep; fault: string } {
  try {
    return { sweep: sweepFrom(draft, experiment), fault: '' };
  } catch (error) {
    return { fault: sentenceOf(error) };
  }
}

/** The number of runs, and the estimated duration at `pace` control steps per second. */
function Estimate({ sweep, pace }: { sweep: Sweep; pace: number }) {
  const runCount = sweep.axes.reduce((product, { values }) => product * values.length, sweep.seeds.length);
  const seconds = (runCount * (sweep.steps ?? 0)) / pace;
  return (
    <output>
      {words.runs(runCount)}
      {pace > 0 && `, ${words.about(duration(seconds))}`}
    </output>
  );
}

/** Length of each run, control steps. */
function LengthField({ steps, set }: { steps: number; set(steps: number): void }) {
  const id = useId();
  return (
    <div class="field length">
      <label for={id}>{words.steps}</label>
      <input
        id={id}
        type="number"
        inputMode="numeric"
        min={1000}
        step={1000}
        value={steps}
        onInput={({ currentTarget }) => set(currentTarget.valueAsNumber)}
      />
      <div class="lengths">
        {words.lengths.map(([title, length]) => (
          <button key={title} type="button" aria-pressed={steps === length} onClick={() => set(length)}>
            {title}
          </button>
        ))}
      </div>
    </div>
  );
}

/** The form that defines a sweep. */
export function SweepForm({ session, experiment, draft, start }: SweepFormProps) {
  const seedsId = useId();
  const now = fitDraft(draft.value, draft.value.base ?? experiment);
  const base = now.base ?? experiment;
  const { sweep, fault } = parseForm(now, experiment);
  const pace = useComputed(() => Math.round(session.pace.value / 1000) * 1000).value;
  const set = (change: Partial<SweepDraft>) => {
    draft.value = { ...now, ...change };
  };
  const setAxis = (place: 0 | 1) => (axis: AxisDraft) =>
    set({ axes: place === 0 ? [axis, now.axes[1]] : [now.axes[0], axis] });
  const field = (place: 0 | 1) => (
    <AxisField
      label={words.axis[place]}
      axis={now.axes[place]}
      experiment={base}
      taken={now.axes[1 - place]?.path ?? ''}
      isOptional={place === 1}
      set={setAxis(place)}
    />
  );
  return (
    <form
      class="sweep-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (sweep) start(sweep);
      }}
    >
      <p class="lead">{words.lead}</p>
      <fieldset class="ready">
        <legend>{words.ready}</legend>
        {Object.entries(presets).map(([name, preset]) => {
          const filled = preset.sweep && draftOf(preset);
          return (
            filled && (
              <button
                key={name}
                type="button"
                title={preset.about}
                onClick={() => {
                  draft.value = filled;
                  start(sweepFrom(filled, experiment));
                }}
              >
                {preset.title}
              </button>
            )
          );
        })}
      </fieldset>
      {field(0)}
      {field(1)}
      <div class="pair">
        <div class="field">
          <label for={seedsId}>{words.seeds}</label>
          <input
            id={seedsId}
            type="number"
            inputMode="numeric"
            min={1}
            max={8}
            aria-describedby={`${seedsId}-about`}
            value={now.seedCount}
            onInput={({ currentTarget }) => set({ seedCount: currentTarget.valueAsNumber || 0 })}
          />
          <p id={`${seedsId}-about`}>{words.seedsHint}</p>
        </div>
        <LengthField steps={now.steps} set={(steps) => set({ steps })} />
      </div>
      <p class="rest">
        {words.restAs}{' '}
        <b>
          <SentenceText text={describeExperiment(base)} />
        </b>{' '}
        {now.base && (
          <button type="button" class="plain" onClick={() => set({ base: undefined })}>
            {words.ownRun}
          </button>
        )}
      </p>
      <div class="go">
        <button type="submit" class="primary" disabled={sweep === undefined}>
          {session.isLearning.value ? words.startPausing : words.start}
        </button>
        {sweep ? (
          <Estimate sweep={sweep} pace={pace} />
        ) : (
          <output class="fault">
            <SentenceText text={fault} />
          </output>
        )}
      </div>
    </form>
  );
}
