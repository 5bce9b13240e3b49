import { type ReadonlySignal, signal } from '@preact/signals';
import type { Knob } from '../../net/knobs.ts';
import type { NetActivity } from '../../net/net-activity.ts';

/** What of the net is in hand: a node whose connections alone are in the foreground, and a knob. */
export interface Hover {
  readonly focus: ReadonlySignal<number | undefined>;
  readonly selected: ReadonlySignal<Knob | undefined>;
  pick(knob: Knob): void;
  /** Brings a node to the foreground, without a knob. */
  look(node: number): void;
  clear(): void;
  /** Arrow keys: along the knobs of a node, and from node to node. Says whether the key meant something. */
  press(key: string): boolean;
}

/** The knob that an arrow key leads to from another one: up and down among those of its node, left and right to the next node. */
export function stepFrom(knobs: readonly Knob[], from: Knob | undefined, key: string): Knob | undefined {
  if (from === undefined) return knobs[0];
  const own = knobs.filter(({ to }) => to === from.to);
  const place = own.findIndex(({ parameter }) => parameter === from.parameter);
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    return own[(place + (key === 'ArrowDown' ? 1 : own.length - 1)) % own.length];
  }
  const nodes = [...new Set(knobs.map(({ to }) => to))];
  const next = nodes[(nodes.indexOf(from.to) + (key === 'ArrowRight' ? 1 : nodes.length - 1)) % nodes.length];
  const others = knobs.filter(({ to }) => to === next);
  return others[Math.min(place, others.length - 1)];
}

/** @param onPick a knob was taken in hand. */
export function createHover(mind: ReadonlySignal<NetActivity | undefined>, onPick: (knob: Knob) => void): Hover {
  const focus = signal<number | undefined>(undefined);
  const selected = signal<Knob | undefined>(undefined);

  function pick(knob: Knob): void {
    selected.value = knob;
    if (focus.value !== knob.to && focus.value !== knob.from) focus.value = undefined;
    onPick(knob);
  }

  function clear(): void {
    focus.value = undefined;
    selected.value = undefined;
  }

  return {
    focus,
    selected,
    pick,
    look(node) {
      const own = mind.peek()?.knobs.filter(({ to }) => to === node) ?? [];
      selected.value = undefined;
      focus.value = node;
      // A wave listens to nobody: whoever clicks it means its own.
      if (own[0] && own.every(({ from }) => from === undefined)) pick(own[0]);
    },
    clear,
    press(key) {
      if (key === 'Escape' && (focus.value !== undefined || selected.value !== undefined)) {
        clear();
        return true;
      }
      if (!/^Arrow(Up|Down|Left|Right)$/.test(key) || mind.peek() === undefined) return false;
      const { knobs } = mind.peek() as NetActivity;
      const start = focus.value === undefined ? undefined : knobs.find(({ to }) => to === focus.value);
      const next = selected.value === undefined && start ? start : stepFrom(knobs, selected.value, key);
      if (next) {
        focus.value = next.to;
        pick(next);
      }
      return true;
    },
  };
}
