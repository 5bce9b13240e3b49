import { type Signal, useSignal } from '@preact/signals';
import { bodies } from '../../creature/bodies.ts';
import { brains } from '../../creature/brains.ts';
import { optimizerDescriptions } from '../../evo/optimizer-descriptions.ts';
import { experimentToHash } from '../../format/experiment-link.ts';
import { visibleText } from '../../format/visible-text.ts';
import { restartedWith } from '../../run/amend.ts';
import { bodyOf, parseExperiment } from '../../run/experiment.ts';
import type { Experiment, SettingValue } from '../../run/experiment-schema.ts';
import { presets } from '../../run/presets.ts';
import { tasks } from '../../sim/tasks.ts';
import { editBody } from '../session/requested-body.ts';
import type { Session } from '../session/session.ts';
import { strings } from '../strings.ts';
import { sentenceOf } from '../widgets/error-sentence.ts';
import { SentenceText } from '../widgets/file-text.tsx';
import { Icon } from '../widgets/icon.tsx';
import { ColourField } from './colour-field.tsx';
import { Picker } from './picker.tsx';
import { SeedField } from './seed-field.tsx';
import { Tune } from './tune.tsx';
import './panel.css';

export interface PanelProps {
  session: Session;
  isOpen: Signal<boolean>;
  isTuning: Signal<boolean>;
  /** Begins another run. */
  choose(experiment: Experiment): boolean;
  /** Runs the sweep of a preset. */
  sweep(preset: string): void;
  share(): void;
  help(): void;
  /** Opens the tool for runs, where a run can be forked. */
  fork(): void;
}

/** The name of the preset that an experiment equals except for its seed; empty for none. */
function presetOf(experiment: Experiment): string {
  const link = (of: Experiment) => experimentToHash({ ...of, seed: 1, title: '' });
  const own = link(experiment);
  return Object.keys(presets).find((name) => link(parseExperiment(presets[name]?.experiment)) === own) ?? '';
}

/** The preset with settings made for the experiment's task; undefined when that is the current one. */
function presetFor({ task }: Experiment, current: string): string | undefined {
  const made = Object.keys(presets).find((name) => {
    const own = presets[name]?.experiment.task as { name: string } | undefined;
    return own?.name === task.name && Object.keys(own).length > 1;
  });
  return made === current ? undefined : made;
}

/** Body, task, brain, optimizer and seed; each choice begins another run. */
function Choices({
  experiment,
  preset,
  choose,
  sweep,
  fork,
}: { experiment: Experiment; preset: string } & Pick<PanelProps, 'choose' | 'sweep' | 'fork'>) {
  const fault = useSignal('');
  const begin = (chosen: () => Experiment) => {
    fault.value = '';
    try {
      choose(chosen());
    } catch (error) {
      fault.value = sentenceOf(error);
    }
  };
  const set = (path: string) => (value: SettingValue) => begin(() => restartedWith(experiment, { [path]: value }));
  const { body, task, brain, optimizer, seed } = experiment;
  const made = presetFor(experiment, preset);
  const choosePreset = (name: string) =>
    presets[name]?.sweep ? sweep(name) : begin(() => parseExperiment(presets[name]?.experiment));
  return (
    <div class="fields">
      <Picker label={strings.preset} entries={presets} value={preset} other={strings.ownPreset} choose={choosePreset} />
      {made !== undefined && (
        <p class="instead">
          {strings.presetMade}
          <button type="button" class="plain" onClick={() => choosePreset(made)}>
            {presets[made]?.title}
          </button>
        </p>
      )}
      <Picker
        label={strings.body}
        entries={bodies}
        value={typeof body === 'string' ? body : ''}
        other={typeof body === 'string' ? strings.ownBody : visibleText(bodyOf(experiment).title)}
        choose={set('body')}
      />
      <p class="own-body">
        <button type="button" onClick={() => editBody({ plan: bodyOf(experiment) })}>
          {strings.changeBody}
        </button>
        <button type="button" onClick={() => editBody('new')}>
          {strings.makeBody}
        </button>
      </p>
      <ColourField />
      <Picker label={strings.task} entries={tasks} value={task.name} choose={set('task.name')} />
      <Picker label={strings.brain} entries={brains} value={brain.name} choose={set('brain.name')} />
      <Picker
        label={strings.optimizer}
        entries={optimizerDescriptions}
        value={optimizer.name}
        choose={set('optimizer.name')}
      />
      <SeedField seed={seed} choose={set('seed')} />
      <p class="fault" role="alert">
        <SentenceText text={fault.value} />
      </p>
      <p class="instead">
        {strings.chooseAbout}
        <button type="button" class="plain" onClick={fork}>
          {strings.forkInstead}
        </button>
      </p>
    </div>
  );
}

/** The panel with its two tabs, for choosing and for tuning. */
export function Panel({ session, isOpen, isTuning, choose, sweep, share, help, fork }: PanelProps) {
  const tab = (tunes: boolean, words: string) => (
    <button
      type="button"
      aria-pressed={isTuning.value === tunes}
      onClick={() => {
        isTuning.value = tunes;
      }}
    >
      {words}
    </button>
  );
  return (
    <section class="panel" id="panel" aria-label={strings.experiment} hidden={!isOpen.value}>
      <header>
        <h2 class="unseen">{strings.experiment}</h2>
        <div class="tabs">
          {tab(false, strings.choose)}
          {tab(true, strings.tune)}
        </div>
        <button type="button" class="narrow" aria-label={strings.share} onClick={share}>
          <Icon name="share" />
        </button>
        <button type="button" class="narrow" aria-label={strings.help} onClick={help}>
          <Icon name="help" />
        </button>
        <button
          type="button"
          aria-label={strings.close}
          onClick={() => {
            isOpen.value = false;
          }}
        >
          <Icon name="close" />
        </button>
      </header>
      {isTuning.value ? (
        <Tune session={session} choose={choose} />
      ) : (
        <Choices
          experiment={restartedWith(session.nextExperiment.value)}
          preset={presetOf(session.experiment.value)}
          choose={choose}
          sweep={sweep}
          fork={fork}
        />
      )}
    </section>
  );
}
