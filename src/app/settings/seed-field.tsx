import { useLayoutEffect, useRef } from 'preact/hooks';
import { strings } from '../strings.ts';
import { Icon } from '../widgets/icon.tsx';

const anySeed = () => Math.floor(Math.random() * 10_000);

/** The seed of the run: typed, or drawn by lot. What is being typed stays as it is until it is sent off. */
export function SeedField({ seed, choose }: { seed: number; choose(seed: number): void }) {
  const input = useRef<HTMLInputElement>(null);
  const show = () => {
    if (input.current) input.current.value = String(seed);
  };
  useLayoutEffect(show, [seed]);
  return (
    <div class="field">
      <label for="seed">{strings.seed}</label>
      <div class="seed">
        <input
          id="seed"
          ref={input}
          type="number"
          inputMode="numeric"
          min={0}
          max={4294967295}
          step={1}
          aria-describedby="seed-about"
          onChange={({ currentTarget }) => {
            if (currentTarget.validity.valid && currentTarget.value !== '') choose(currentTarget.valueAsNumber);
            else show();
          }}
        />
        <button type="button" aria-label={strings.anotherSeed} onClick={() => choose(anySeed())}>
          <Icon name="dice" />
        </button>
      </div>
      <p id="seed-about">{strings.seedAbout}</p>
    </div>
  );
}
