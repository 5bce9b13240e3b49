import { type Signal, useSignal } from '@preact/signals';
import { bodies } from '../../creature/bodies.ts';
import { brains } from '../../creature/brains.ts';
import { optimizerDescriptions } from '../../evo/optimizer-descriptions.ts';
import { visibleText } from '../../format/visible-text.ts';
import { restartedWith } from '../../run/amend.ts';
import { bodyOf, parseExperiment } from '../../run/experiment.ts';
import type { Experiment, SettingValue } from '../../run/experiment-schema.ts';
import { presets } from '../../run/presets.ts';
import { lookup } from '../../schema/catalogue.ts';
import type { Task } from '../../sim/task.ts';
import { tasks } from '../../sim/tasks.ts';
import { openGallery } from '../session/gallery.ts';
import { madePreset, presetOf } from '../session/preset-of.ts';
import { editBody } from '../session/requested-body.ts';
import type { Session } from '../session/session.ts';
import { strings } from '../strings.ts';
import { sentenceOf } from '../widgets/error-sentence.ts';
import { SentenceText } from '../widgets/file-text.tsx';
import { Icon } from '../widgets/icon.tsx';
import { ColourField } from './colour-field.tsx';
import { EverythingSwitch, showsEverything } from './everything.tsx';
import { GalleryButton } from './gallery-button.tsx';
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
  share(): void;
  help(): void;
  /** Opens the tool for runs, where a run can be forked. */
  fork(): void;
}

type Catalogue = Record<string, { about: string }>;

/** Body, task, brain, optimizer and seed; each choice begins another run. */
function Choices({
  experiment,
  preset,
  choose,
  fork,
}: { experiment: Experiment; preset: string } & Pick<PanelProps, 'choose' | 'fork'>) {
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
  const made = preset === '' ? madePreset(experiment) : undefined;
  const { title: bodyTitle } = bodyOf(experiment);
  return (
    <div class="fields">
      <GalleryButton
        label={strings.preset}
        title={presets[preset]?.title ?? strings.ownPreset}
        about={presets[preset]?.about}
        open={() => openGallery('presets')}
      />
      {made !== undefined && (
        <p class="instead">
          {strings.presetMade}
          <button type="button" class="plain" onClick={() => begin(() => parseExperiment(presets[made]?.experiment))}>
            {presets[made]?.title}
          </button>
        </p>
      )}
      <GalleryButton
        label={strings.body}
        title={typeof body === 'string' ? bodyTitle : visibleText(bodyTitle) || strings.ownBody}
        about={typeof body === 'string' ? (bodies as Catalogue)[body]?.about : undefined}
        open={() => openGallery('bodies')}
      />
      <GalleryButton
        label={strings.task}
        title={lookup<Task>(tasks, task.name, 'task').title}
        about={(tasks as Catalogue)[task.name]?.about}
        open={() => openGallery('tasks')}
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
      <EverythingSwitch />
      {showsEverything.value && (
        <>
          <Picker label={strings.brain} entries={brains} value={brain.name} choose={set('brain.name')} />
          <Picker
            label={strings.optimizer}
            entries={optimizerDescriptions}
            value={optimizer.name}
            choose={set('optimizer.name')}
          />
          <SeedField seed={seed} choose={set('seed')} />
        </>
      )}
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
export function Panel({ session, isOpen, isTuning, choose, share, help, fork }: PanelProps) {
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
          fork={fork}
        />
      )}
    </section>
  );
}
