import './legend.css';

/** The legend of a drawn net: labels for the hue of positive values (`pushes`) and of negative ones (`holds`). */
export function Legend({ pushes, holds }: { pushes: string; holds: string }) {
  return (
    <p class="net-legend">
      <span class="pushes">{pushes}</span>
      <span class="holds">{holds}</span>
    </p>
  );
}
