import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { visibleText } from '../../format/visible-text.ts';
import { restartedWith, withSetting } from '../../run/amend.ts';
import { fieldsOf } from '../../run/amendments.ts';
import type { Experiment, SettingValue } from '../../run/experiment-schema.ts';
import { forkFault, forkOf } from '../../run/fork.ts';
import { type Setting, settingsIn } from '../../schema/setting.ts';
import type { Session } from '../session/session.ts';
import { strings } from '../strings.ts';
import { sentenceOf } from '../widgets/error-sentence.ts';
import { SentenceText } from '../widgets/file-text.tsx';
import { EverythingSwitch, showsEverything } from './everything.tsx';
import { PhysicsField } from './physics-field.tsx';
import { SettingField } from './setting-field.tsx';
import './tune.css';

export interface TuneProps {
  session: Session;
  /** Begins another run. */
  choose(experiment: Experiment): boolean;
}

type Changes = Record<string, SettingValue>;

const SECTION_NAMES = ['task', 'optimizer', 'brain', 'run'] as const;

/** Calls a function; returns the text that it returns, or the message of the error that it throws. */
function faultOf(action: () => unknown): string {
  try {
    return String(action() ?? '');
  } catch (error) {
    return sentenceOf(error);
  }
}

/** All settings. A change takes effect in the next generation; a fixed setting needs a new run. */
export function Tune({ session, choose }: TuneProps) {
  const staged = useSignal<Changes>({});
  const fault = useSignal('');
  const now = session.nextExperiment.value;
  const fields = fieldsOf(now);
  const count = Object.keys(staged.value).length;

  const set = (path: string, { fixed }: Setting, value: SettingValue) =>
    faultOf(() => {
      if (!fixed) session.amend(path, value);
      else {
        withSetting(now, path, value);
        staged.value = { ...staged.value, [path]: value };
      }
    });
  // Staged changes are of the run they were made for: another one may not have these settings.
  const run = session.current.value;
  useEffect(() => {
    // Without a change nothing is rendered again, which would take away what is being typed.
    if (Object.keys(staged.peek()).length > 0) staged.value = {};
    fault.value = '';
  }, [run, staged, fault]);
  // The newest champion, with all pending changes. Read by peek: to render at each generation would disturb typing.
  const { generation: newest = 0 } = session.latest.peek() ?? {};
  const entry = count > 0 ? session.championHistory.at(newest) : undefined;
  const standing = restartedWith(now);
  const unfit = entry && faultOf(() => forkFault(standing, entry, staged.value));
  const startAgain = () => {
    fault.value = faultOf(() => {
      if (choose(restartedWith(now, staged.value))) staged.value = {};
    });
  };
  const fork = () => {
    if (!entry) return;
    const parent = { run: run.id, generation: entry.generation };
    fault.value = faultOf(() => {
      session.begin(forkOf(standing, entry, staged.value), parent);
      staged.value = {};
      session.isLearning.value = true;
    });
  };

  const fieldsIn = (section: (typeof SECTION_NAMES)[number], settings: Setting[]) =>
    settings.map((setting) => {
      const path = `${section}.${setting.key}`;
      const value = staged.value[path] ?? ((now[section] as Changes)[setting.key] as SettingValue);
      return (
        <SettingField
          key={`${now[section as 'task'].name}.${path}`}
          setting={setting}
          value={value}
          isStaged={path in staged.value}
          set={(next) => set(path, setting, next)}
        />
      );
    });

  return (
    <>
      <div class="settings">
        <p class="lead">{strings.tuneAbout}</p>
        <EverythingSwitch />
        {SECTION_NAMES.map((section) => {
          const isShown = ({ key, level }: Setting) =>
            level === 'basic' || showsEverything.value || `${section}.${key}` in staged.value;
          const settings = settingsIn(fields[section]).filter(isShown);
          if (settings.length === 0) return null;
          return (
            <fieldset key={section}>
              <legend>{strings.rooms[section]}</legend>
              {fieldsIn(section, settings)}
            </fieldset>
          );
        })}
        {showsEverything.value && <PhysicsField physics={session.physics} />}
      </div>
      {count > 0 && (
        <div class="staging" role="status">
          <button type="button" class="primary" onClick={startAgain}>
            {strings.startAgain(count)}
          </button>
          {entry && (
            <button
              type="button"
              disabled={unfit !== ''}
              title={visibleText(unfit || strings.forkAbout)}
              onClick={fork}
            >
              {strings.forkWith(count)}
            </button>
          )}
          <button
            type="button"
            onClick={() => {
              staged.value = {};
            }}
          >
            {strings.discard}
          </button>
          {unfit && (
            <p>
              <SentenceText text={unfit} />
            </p>
          )}
          {fault.value && (
            <p>
              <SentenceText text={fault.value} />
            </p>
          )}
        </div>
      )}
    </>
  );
}
