import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import './select.css';

export interface SelectProps {
  id: string;
  value: string | number;
  disabled?: boolean;
  'aria-describedby'?: string;
  /** Given the value of the option picked. */
  choose(value: string): void;
  /** Its options. */
  children: ComponentChildren;
}

/** The native choice of one of several, with an arrow of ours. */
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
