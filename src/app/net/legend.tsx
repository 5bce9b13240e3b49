import './legend.css';

/** Explains the two hues. */
export function Legend({ pushes, holds }: { pushes: string; holds: string }) {
  return (
    <p class="legend">
      <span class="pushes">{pushes}</span>
      <span class="holds">{holds}</span>
    </p>
  );
}
