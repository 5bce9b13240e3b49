import { type Signal, signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { notifyNotLoaded } from './newer-version.ts';

/** A dialog whose code is loaded when it is first opened. */
export function lazySheet<Props extends { isOpen: Signal<boolean> }>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const loaded = signal<{ Sheet: ComponentType<Props> } | undefined>(undefined);
  return (props: Props) => {
    const { isOpen } = props;
    const isWanted = isOpen.value;
    useEffect(() => {
      if (!isWanted || loaded.peek()) return;
      load().then(
        (Sheet) => {
          loaded.value = { Sheet };
        },
        () => {
          isOpen.value = false;
          void notifyNotLoaded();
        },
      );
    }, [isWanted, isOpen]);
    const Sheet = loaded.value?.Sheet;
    return Sheet ? <Sheet {...props} /> : null;
  };
}
