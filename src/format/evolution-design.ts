import * as v from 'valibot';

/** A coordinate or an offset in Evolution's units. */
const coordinate = v.pipe(v.number(), v.finite(), v.minValue(-10_000), v.maxValue(10_000));
const amount = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(1e6));
const id = v.pipe(v.number(), v.integer());
/** Most entries of a list: of more the physics has no room anyway. */
const list = <Entry extends v.GenericSchema>(entry: Entry) => v.pipe(v.array(entry), v.maxLength(500));

/**
 * A creature as Keiwan's Evolution writes it as JSON (`CreatureDesign.Encode`): keys beside these, such as `inverted` and `userID`,
 * have no meaning here. https://github.com/keiwando/evolution, Assets/Scripts/Data.
 */
export const evolutionSchema = v.object({
  name: v.optional(v.string(), ''),
  joints: list(v.object({ id, x: coordinate, y: coordinate, weight: v.optional(amount, 1) })),
  bones: list(
    v.object({
      id,
      startJointID: id,
      endJointID: id,
      weight: v.optional(amount, 1),
      wing: v.optional(v.boolean(), false),
    }),
  ),
  muscles: list(
    v.object({
      id: v.optional(id, 0),
      startBoneID: id,
      endBoneID: id,
      strength: v.optional(amount, 1500),
      canExpand: v.optional(v.boolean(), true),
    }),
  ),
  decorations: v.optional(list(v.object({ boneID: id, dT: v.optional(id, -1) })), []),
});

export type EvolutionDesign = v.InferOutput<typeof evolutionSchema>;
export type EvolutionBone = EvolutionDesign['bones'][number];
export type EvolutionJoint = EvolutionDesign['joints'][number];
