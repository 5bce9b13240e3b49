/** Conditions of training in one generation; tests have none. */
export interface TrainingConditions {
  /** Strength of the support that holds the body upright, in m g L; 0 by default. */
  supportInForce?: number;
  /** Weight of the gait in the reward, in [0, 1]; 1 by default. */
  gaitWeight?: number;
}

/** Generations between which the weight of the gait rises, in tasks that reward one. */
export interface GaitSchedule {
  gaitFrom?: number;
  gaitTo?: number;
}
