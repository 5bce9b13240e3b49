import type { Signal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** A modal dialog that is open while a signal is true. */
export interface OpenDialog {
  /** For the element. */
  dialog: RefObject<HTMLDialogElement | null>;
  open: boolean;
  /** For buttons, and for the element's `onClose`: the browser closes it by Escape. */
  close(): void;
}

export function useDialog(isOpen: Signal<boolean>): OpenDialog {
  const dialog = useRef<HTMLDialogElement>(null);
  const open = isOpen.value;
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return {
    dialog,
    open,
    close() {
      isOpen.value = false;
    },
  };
}
