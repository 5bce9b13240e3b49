import type { Signal } from '@preact/signals';
import { changeSpeed, SPEEDS, speedIndex, speedText } from '../stage/speed.ts';
import { strings } from '../strings.ts';
import { Icon } from '../widgets/icon.tsx';
import './transport-bar.css';

export interface TransportBarProps {
  isLearning: Signal<boolean>;
  /** The panel with all there is to choose. */
  isPanelOpen: Signal<boolean>;
  /** What is being learnt, in two or three words. */
  title: string;
  restart(): void;
  share(): void;
  help(): void;
}

function Speed() {
  const index = speedIndex.value;
  return (
    <fieldset class="speed">
      <legend class="unseen">{strings.speed}</legend>
      <button type="button" aria-label={strings.slower} disabled={index === 0} onClick={() => changeSpeed(-1)}>
        <Icon name="slower" />
      </button>
      <input
        type="range"
        aria-label={strings.speed}
        aria-valuetext={speedText(index)}
        min={0}
        max={SPEEDS.length - 1}
        step={1}
        value={index}
        onInput={({ currentTarget }) => {
          speedIndex.value = currentTarget.valueAsNumber;
        }}
      />
      <button
        type="button"
        aria-label={strings.faster}
        disabled={index === SPEEDS.length - 1}
        onClick={() => changeSpeed(1)}
      >
        <Icon name="faster" />
      </button>
      <output>{speedText(index)}</output>
    </fieldset>
  );
}

/** What one needs at hand: pause, start over, speed, and the way to everything else. */
export function TransportBar({ isLearning, isPanelOpen, title, restart, share, help }: TransportBarProps) {
  const goes = isLearning.value;
  return (
    <nav class="dock" aria-label="Controls">
      <button
        type="button"
        class="primary"
        aria-label={goes ? strings.pause : strings.play}
        title={goes ? strings.pause : strings.play}
        onClick={() => {
          isLearning.value = !goes;
        }}
      >
        <Icon name={goes ? 'pause' : 'play'} />
      </button>
      <button type="button" aria-label={strings.restart} title={strings.restart} onClick={restart}>
        <Icon name="restart" />
      </button>
      <Speed />
      <button
        type="button"
        class="choice"
        aria-expanded={isPanelOpen.value}
        aria-controls="panel"
        onClick={() => {
          isPanelOpen.value = !isPanelOpen.value;
        }}
      >
        <span class="unseen">{strings.experiment}: </span>
        <span class="title">{title}</span>
        <Icon name="open" />
      </button>
      <button type="button" class="wide" aria-label={strings.share} title={strings.share} onClick={share}>
        <Icon name="share" />
      </button>
      <button type="button" class="wide" aria-label={strings.help} title={strings.help} onClick={help}>
        <Icon name="help" />
      </button>
    </nav>
  );
}
