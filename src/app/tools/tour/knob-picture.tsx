import type { Genome } from '../../../creature/genome.ts';
import { words } from './words.ts';

/** Squares in a row: many small ones where height is dear. */
const WIDE = 28;
const FLAT = 44;
const isFlat = matchMedia('(max-width: 720px)');
/** A knob turned so far has the full colour. */
const FULL = 0.9;

export interface KnobPictureProps {
  genome: Genome;
  /** Knobs to be seen among the others. */
  marked?: readonly number[];
}

/** Every knob as a square: its colour says to which side it is turned, its strength how far. */
export function KnobPicture({ genome, marked = [] }: KnobPictureProps) {
  const columns = isFlat.matches ? FLAT : WIDE;
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
