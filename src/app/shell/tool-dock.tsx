import { type Signal, signal } from '@preact/signals';
import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { strings } from '../strings.ts';
import type { PageParts, Tool, ToolProps } from '../tool.ts';
import { type ToolName, tools } from '../tools.ts';
import { SentenceText } from '../widgets/file-text.tsx';
import { Icon } from '../widgets/icon.tsx';
import { notifyNotLoaded } from '../widgets/newer-version.ts';
import type { HealthAlarm } from './health-alarm.ts';
import './tool-dock.css';

const catalogue: Record<string, Tool> = tools;

/** Tools that are loaded. */
const loaded = signal<Record<string, ComponentType<ToolProps>>>({});

async function load(name: string): Promise<void> {
  try {
    const component = await catalogue[name]!.load();
    loaded.value = { ...loaded.value, [name]: component };
  } catch {
    void notifyNotLoaded();
  }
}

export interface ToolRailProps {
  open: Signal<ToolName | undefined>;
  /** Marks the doctor's button when there is a serious finding. */
  health: HealthAlarm;
  children?: ComponentChildren;
}

/** The buttons that open the tools. */
export function ToolRail({ open, health, children }: ToolRailProps) {
  const alarm = open.value === 'doctor' ? '' : health.alarm.value;
  return (
    <nav class="rail" aria-label={strings.tools}>
      <p class="unseen" role="status">
        <SentenceText text={health.announcement.value} />
      </p>
      <span class="unseen" id="alarm" aria-hidden="true">
        <SentenceText text={alarm} />
      </span>
      {Object.entries(catalogue).map(([name, { label, title, icon, pausesRun }]) => (
        <button
          key={name}
          type="button"
          title={pausesRun ? `${title}. ${strings.pauses}` : title}
          aria-pressed={open.value === name}
          aria-describedby={name === 'doctor' && alarm !== '' ? 'alarm' : undefined}
          onClick={() => {
            open.value = open.value === name ? undefined : (name as ToolName);
          }}
        >
          <Icon name={icon} />
          <span>{label}</span>
          {name === 'doctor' && alarm !== '' && <i class="badge" aria-hidden="true" />}
        </button>
      ))}
      {children}
    </nav>
  );
}

/** The open tool, beside the stage or, in narrow windows, under it. */
export function ToolDock({ open, ...props }: PageParts & { open: Signal<ToolName | undefined> }) {
  const name = open.value as string | undefined;
  useEffect(() => {
    if (name !== undefined && !loaded.peek()[name]) void load(name);
  }, [name]);
  if (name === undefined) return null;
  const Component = loaded.value[name];
  const close = () => {
    open.value = undefined;
  };
  return (
    <section class="tool" id="tool" aria-labelledby="tool-title" aria-busy={Component === undefined}>
      <header>
        <h2 id="tool-title">{catalogue[name]!.title}</h2>
        <button type="button" aria-label={strings.close} onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <div class="content">{Component && <Component {...props} close={close} />}</div>
    </section>
  );
}
