import type { Genome } from '../../../creature/genome.ts';
import { words } from './words.ts';

/** Squares per row, and more of them on narrow screens, where height is scarce. */
const COLUMNS = 28;
const NARROW_COLUMNS = 44;
const isNarrow = matchMedia('(max-width: 720px)');
/** Absolute value of a weight with full colour. */
const FULL = 0.9;

export interface WeightPictureProps {
  genome: Genome;
  /** Indices of weights that are outlined. */
  marked?: readonly number[];
}

/** Every weight as a square: the colour shows its sign, the opacity its size. */
export function WeightPicture({ genome, marked = [] }: WeightPictureProps) {
  const columns = isNarrow.matches ? NARROW_COLUMNS : COLUMNS;
  const rows = Math.ceil(genome.length / columns);
  const spot = (i: number) => ({
    x: (i % columns) + 0.06,
    y: Math.floor(i / columns) + 0.06,
    width: 0.88,
    height: 0.88,
  });
  return (
    <figure class="knobs">
      <svg
        viewBox={`-0.15 -0.15 ${columns + 0.3} ${rows + 0.3}`}
        role="img"
        aria-label={words.knobPicture(genome.length)}
      >
        {Array.from(genome, (value, i) => (
          <rect
            key={`k${i}`}
            {...spot(i)}
            class={value < 0 ? 'down' : 'up'}
            fill-opacity={Math.min(1, 0.08 + Math.abs(value) / FULL)}
          />
        ))}
        {marked.map((i) => (
          <rect key={`m${i}`} {...spot(i)} class="marked" />
        ))}
      </svg>
      <figcaption>
        <span class="sign up">{words.up}</span>
        <span class="sign down">{words.down}</span>
      </figcaption>
    </figure>
  );
}
