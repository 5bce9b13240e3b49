import type { Frame } from '../view/camera.ts';
import type { Palette } from '../view/palette.ts';
import type { CaptionAt } from './caption.ts';
import type { SceneRole } from './learning-film.ts';
import type { Mark } from './mark.ts';

/** Text sizes and margin, as shares of the picture's smaller side. */
const HEADING = 0.075;
const LINE = 0.05;
const NAME = 0.034;
const MARGIN = 0.06;

const ROLES: Record<SceneRole, string> = { first: 'first attempt', middle: 'getting better', best: 'the best' };

/** What the caption of a scene says. */
export interface SceneText {
  generation: number;
  role: SceneRole;
  /** False for tasks whose aim is no distance. */
  withDistance: boolean;
}

/** The caption of a scene of a film of learning: its generation, what it shows, and how far the creature has come. */
export function filmCaption(
  { generation, role, withDistance }: SceneText,
  { width, height }: Frame,
  palette: Palette,
): CaptionAt {
  const small = Math.min(width, height);
  const margin = MARGIN * small;
  const text = (x: number, y: number, size: number, words: string, isBold: boolean): Mark => {
    return { kind: 'words', x, y, text: words, size: size * small, isBold, fill: palette.ink };
  };
  const heading = text(margin, margin + 0.8 * HEADING * small, HEADING, `Generation ${generation}`, true);
  const name = text(margin, height - margin, NAME, 'Gaitlab', false);
  return (metres) => {
    const distance = withDistance ? `: ${Math.max(0, metres).toFixed(1)} m` : '';
    return [
      heading,
      text(margin, margin + (HEADING + 1.1 * LINE) * small, LINE, `${ROLES[role]}${distance}`, false),
      name,
    ];
  };
}
