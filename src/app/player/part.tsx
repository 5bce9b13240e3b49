import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';

/** A part of the player that is loaded when it is first wanted, and nothing until then. Rejects when it cannot be had. */
export interface Part<Props> {
  want(): Promise<void>;
  Part: ComponentType<Props>;
}

export function partOf<Props extends object>(load: () => Promise<ComponentType<Props>>): Part<Props> {
  const loaded = signal<{ Loaded: ComponentType<Props> } | undefined>(undefined);
  return {
    async want() {
      loaded.value ??= { Loaded: await load() };
    },
    Part(props: Props) {
      const Loaded = loaded.value?.Loaded;
      return Loaded ? <Loaded {...props} /> : null;
    },
  };
}
