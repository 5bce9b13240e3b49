import './legend.css';

/** What the two hues mean. */
export function Legend({ pushes, holds }: { pushes: string; holds: string }) {
  return (
    <p class="legend">
      <span class="pushes">{pushes}</span>
      <span class="holds">{holds}</span>
    </p>
  );
}
