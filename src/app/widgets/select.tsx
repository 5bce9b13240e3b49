import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import './select.css';

export interface SelectProps {
  id: string;
  value: string | number;
  disabled?: boolean;
  'aria-describedby'?: string;
  /** Called with the value of the option picked. */
  choose(value: string): void;
  /** The options. */
  children: ComponentChildren;
}

/** A native select with an arrow of the page's style. */
export function Select({ choose, children, ...native }: SelectProps) {
  return (
    <div class="select">
      <select {...native} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        {children}
      </select>
      <Icon name="down" />
    </div>
  );
}
