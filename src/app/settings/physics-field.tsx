import { useId } from 'preact/hooks';
import type { PhysicsEngine } from '../../sim/physics.ts';
import type { PhysicsChoice } from '../session/physics-choice.ts';
import { strings } from '../strings.ts';
import { Select } from '../widgets/select.tsx';

/** What the page offers: WebAssembly is what `flat` takes where there is one. */
const OFFERED = ['flat', 'javascript', 'planck'] as const satisfies readonly PhysicsEngine[];

/** The choice of what simulates, which changes no result, and what does so now. */
export function PhysicsField({ physics }: { physics: PhysicsChoice }) {
  const id = useId();
  const engine = physics.engine.value;
  const words = strings.physics;
  const current = engine === 'flat' ? physics.runsAs.value : engine;
  return (
    <details>
      <summary>{words.title}</summary>
      <div class="setting">
        <label for={id}>{words.engine}</label>
        <div class="control">
          <Select
            id={id}
            aria-describedby={`${id}-about`}
            value={engine}
            choose={(name) => {
              physics.engine.value = name as PhysicsEngine;
            }}
          >
            {OFFERED.map((name) => (
              <option key={name} value={name}>
                {words.names[name]}
              </option>
            ))}
          </Select>
        </div>
        <p id={`${id}-about`}>
          {words.about} <span class="range">{words.now(words.names[current])}</span>
        </p>
      </div>
    </details>
  );
}
