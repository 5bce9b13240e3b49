/** What holds in training at one generation and not in tests. */
export interface TrainingConditions {
  /** Support in force, in m g L for each radian of lean and a little for turning; 0 or nothing for an unaided body. */
  held?: number;
  /** Weight of the gait in the reward, in [0, 1]; 1 where nothing is said. */
  gaitWeight?: number;
}

/** Generations between which the weight of the gait rises, in tasks that reward one. */
export interface GaitSchedule {
  gaitFrom?: number;
  gaitTo?: number;
}
