/** Texts of the footfall diagram. */
export const words = {
  footfalls: (gait: string) => `Footfalls: ${gait}`,
} as const;
