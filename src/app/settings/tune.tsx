import { useSignal } from '@preact/signals';
import { withSetting } from '../../run/amend.ts';
import { fieldsOf } from '../../run/amendments.ts';
import type { Experiment, SettingValue } from '../../run/experiment-schema.ts';
import { forkFault, forkOf } from '../../run/fork.ts';
import { type Setting, settingsIn } from '../../schema/setting.ts';
import type { Session } from '../session/session.ts';
import { strings } from '../strings.ts';
import { SettingField } from './setting-field.tsx';
import './tune.css';

export interface TuneProps {
  session: Session;
  /** Begins another run. */
  choose(experiment: Experiment): void;
}

type Changes = Record<string, SettingValue>;

const SECTION_NAMES = ['task', 'optimizer', 'brain', 'run'] as const;

/** Calls a function. Returns the message of the error that it throws; empty if none. */
function errorOf(action: () => void): string {
  try {
    action();
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** All settings. A change takes effect in the next generation; a fixed setting needs a new run. */
export function Tune({ session, choose }: TuneProps) {
  const staged = useSignal<Changes>({});
  const now = session.nextExperiment.value;
  const fields = fieldsOf(now);
  const count = Object.keys(staged.value).length;

  const set = (path: string, { fixed }: Setting, value: SettingValue) =>
    errorOf(() => {
      if (!fixed) session.amend(path, value);
      else {
        withSetting(now, path, value);
        staged.value = { ...staged.value, [path]: value };
      }
    });
  const startAgain = () => {
    const changes = Object.entries(staged.value);
    const plain: Experiment = { ...now, amendments: [] };
    staged.value = {};
    choose(changes.reduce((experiment, [path, value]) => withSetting(experiment, path, value), plain));
  };
  // Read by peek, since rendering at each generation would disturb typing.
  const { generation: newest = 0 } = session.latest.peek() ?? {};
  const entry = count > 0 ? session.championHistory.at(newest) : undefined;
  const base: Experiment = { ...now, amendments: [] };
  const unfit = entry && forkFault(base, entry, staged.value);
  const fork = () => {
    if (!entry) return;
    const parent = { run: session.current.value.id, generation: entry.generation };
    const forked = forkOf(base, entry, staged.value);
    staged.value = {};
    session.begin(forked, parent);
    session.isLearning.value = true;
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
        {SECTION_NAMES.map((section) => {
          const settings = settingsIn(fields[section]);
          if (settings.length === 0) return null;
          const [basic, advanced] = ['basic', 'advanced'].map((level) => settings.filter((s) => s.level === level));
          return (
            <fieldset key={section}>
              <legend>{strings.rooms[section]}</legend>
              {fieldsIn(section, basic ?? [])}
              {advanced && advanced.length > 0 && (
                <details>
                  <summary>
                    {strings.advanced} <span class="unit">{advanced.length}</span>
                  </summary>
                  {fieldsIn(section, advanced)}
                </details>
              )}
            </fieldset>
          );
        })}
      </div>
      {count > 0 && (
        <div class="staging" role="status">
          <button type="button" class="primary" onClick={startAgain}>
            {strings.startAgain(count)}
          </button>
          {entry && (
            <button type="button" disabled={unfit !== ''} title={unfit || strings.forkAbout} onClick={fork}>
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
          {unfit && <p>{unfit}</p>}
        </div>
      )}
    </>
  );
}
