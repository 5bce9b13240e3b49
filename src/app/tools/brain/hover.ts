import { type ReadonlySignal, signal } from '@preact/signals';
import type { NetActivity } from '../../net/net-activity.ts';
import type { NetParameter } from '../../net/net-parameters.ts';

/** Selection in the net: a focused node, whose connections are emphasised, and a selected weight. */
export interface Hover {
  readonly focus: ReadonlySignal<number | undefined>;
  readonly selected: ReadonlySignal<NetParameter | undefined>;
  pick(parameter: NetParameter): void;
  /** Focuses a node without selecting a weight. */
  focusNode(node: number): void;
  clear(): void;
  /** Handles arrow keys (along the weights of a node, and from node to node) and Escape. Returns whether it used the key. */
  handleKey(key: string): boolean;
}

/** The weight that an arrow key leads to: up and down within a node, left and right to the next node. */
export function neighbourOf(
  parameters: readonly NetParameter[],
  from: NetParameter | undefined,
  key: string,
): NetParameter | undefined {
  if (from === undefined) return parameters[0];
  const own = parameters.filter(({ to }) => to === from.to);
  const place = own.findIndex(({ index: parameter }) => parameter === from.index);
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    return own[(place + (key === 'ArrowDown' ? 1 : own.length - 1)) % own.length];
  }
  const nodes = [...new Set(parameters.map(({ to }) => to))];
  const next = nodes[(nodes.indexOf(from.to) + (key === 'ArrowRight' ? 1 : nodes.length - 1)) % nodes.length];
  const others = parameters.filter(({ to }) => to === next);
  return others[Math.min(place, others.length - 1)];
}

/** @param onPick called when a weight is selected */
export function createHover(
  activity: ReadonlySignal<NetActivity | undefined>,
  onPick: (parameter: NetParameter) => void,
): Hover {
  const focus = signal<number | undefined>(undefined);
  const selected = signal<NetParameter | undefined>(undefined);

  function pick(parameter: NetParameter): void {
    selected.value = parameter;
    if (focus.value !== parameter.to && focus.value !== parameter.from) focus.value = undefined;
    onPick(parameter);
  }

  function clear(): void {
    focus.value = undefined;
    selected.value = undefined;
  }

  return {
    focus,
    selected,
    pick,
    focusNode(node) {
      const own = activity.peek()?.parameters.filter(({ to }) => to === node) ?? [];
      selected.value = undefined;
      focus.value = node;
      // A node without inputs, such as a wave: select its own first parameter.
      if (own[0] && own.every(({ from }) => from === undefined)) pick(own[0]);
    },
    clear,
    handleKey(key) {
      if (key === 'Escape' && (focus.value !== undefined || selected.value !== undefined)) {
        clear();
        return true;
      }
      if (!/^Arrow(Up|Down|Left|Right)$/.test(key) || activity.peek() === undefined) return false;
      const { parameters } = activity.peek() as NetActivity;
      const start = focus.value === undefined ? undefined : parameters.find(({ to }) => to === focus.value);
      const next = selected.value === undefined && start ? start : neighbourOf(parameters, selected.value, key);
      if (next) {
        focus.value = next.to;
        pick(next);
      }
      return true;
    },
  };
}
