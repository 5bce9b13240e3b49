import type { Signal } from '@preact/signals';
import { Icon } from '../widgets/icon.tsx';
import type { Drive } from './alive-world.ts';
import { words } from './words.ts';

export interface AliveBarProps {
  drive: Signal<Drive>;
  seed: Signal<number>;
  drops: Signal<number>;
}

/** What moves the creature that was dropped. */
export function AliveBar({ drive, seed, drops }: AliveBarProps) {
  return (
    <div class="actions-bar is-alive" role="toolbar" aria-label={words.driveLegend}>
      {Object.entries(words.drives).map(([name, label]) => (
        <button
          key={name}
          type="button"
          class="toggle"
          aria-pressed={drive.value === name}
          onClick={() => {
            drive.value = name as Drive;
          }}
        >
          {label}
        </button>
      ))}
      {drive.value === 'brain' && (
        <button
          type="button"
          onClick={() => {
            seed.value++;
          }}
        >
          <Icon name="dice" /> {words.otherBrain}
        </button>
      )}
      <span class="space" />
      <button
        type="button"
        onClick={() => {
          drops.value++;
        }}
      >
        <Icon name="restart" /> {words.dropAgain}
      </button>
    </div>
  );
}
