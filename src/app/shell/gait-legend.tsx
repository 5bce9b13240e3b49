import { hex } from '../../export/hex.ts';
import type { GaitName } from '../../sim/gait/names.ts';
import { count as inDigits } from '../amounts.ts';
import { countFamilies } from '../stage/gait-colours.ts';
import { strings } from '../strings.ts';
import './gait-legend.css';

/** A legend of the colours of gaits: what some creatures do, and how many of them. */
export function GaitLegend({ gaits }: { gaits: readonly GaitName[] }) {
  return (
    <ul class="gait-legend" aria-label={strings.gaitsOf}>
      {countFamilies(gaits).map(({ family: { words, colour }, count }) => (
        <li key={words}>
          <i style={{ background: hex(colour) }} />
          {words} <b>{inDigits(count)}</b>
        </li>
      ))}
    </ul>
  );
}
