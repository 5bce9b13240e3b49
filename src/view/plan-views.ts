import type { BodyPlan } from '../creature/body-plan.ts';
import { drawCreature } from './creature-art.ts';
import { type CreatureView, createCreatureView } from './creature-view.ts';
import { addEyes, type EyeView } from './eye-view.ts';
import { createOtherCreatures, type OtherCreatures } from './other-creatures.ts';
import { extent } from './outline.ts';
import { colouredPalette, type Palette } from './palette.ts';

/** What a scene draws for one body plan: the main creature and those beside it. */
export interface PlanViews {
  /** Equal for equal plans and colours. */
  readonly key: string;
  readonly view: CreatureView;
  readonly eyes: EyeView;
  readonly others: OtherCreatures;
  /** Size of the standing creature, metres. */
  readonly size: { width: number; height: number };
  destroy(): void;
}

/** @param colour of the main creature, 0xrrggbb, if it is not the palette's */
export const planKey = (plan: BodyPlan, colour?: number): string => JSON.stringify([plan, colour]);

export function createPlanViews(plan: BodyPlan, palette: Palette, colour?: number): PlanViews {
  const art = drawCreature(plan, colouredPalette(palette, colour));
  const view = createCreatureView(plan, art);
  const others = createOtherCreatures(plan, palette);
  return {
    key: planKey(plan, colour),
    view,
    eyes: addEyes(plan, view.parts, palette),
    others,
    size: extent(plan.parts),
    destroy() {
      view.destroy();
      others.destroy();
      art.destroy();
    },
  };
}
