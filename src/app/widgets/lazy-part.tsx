import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';

/** A component that renders nothing until `load` has loaded its code. `load` rejects when that fails. */
export interface LazyPart<Props> {
  load(): Promise<void>;
  Component: ComponentType<Props>;
}

export function lazyPart<Props extends object>(importPart: () => Promise<ComponentType<Props>>): LazyPart<Props> {
  const loaded = signal<{ Loaded: ComponentType<Props> } | undefined>(undefined);
  return {
    async load() {
      loaded.value ??= { Loaded: await importPart() };
    },
    Component(props: Props) {
      const Loaded = loaded.value?.Loaded;
      return Loaded ? <Loaded {...props} /> : null;
    },
  };
}
