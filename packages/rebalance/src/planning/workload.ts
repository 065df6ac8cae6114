// The minutes of work of a place: the formula that the planner sees, in one line.

/** Minutes that each of the three takes. Set by the planner, shown beside the figure. */
export interface WorkloadRates {
  readonly minutesPerRequest: number;
  readonly minutesPerDoor: number;
  readonly minutesPerFloor: number;
}

/** What happens in a unit in a mean week. */
export interface WeeklyWork {
  readonly requestsPerWeek: number;
  readonly doorsDuePerWeek: number;
  /** Floors climbed to the doors due. */
  readonly floorsPerWeek: number;
}

/** Requests × handling + doors due × minutes at a door + floors × minutes a floor. */
export function minutesPerWeek(work: WeeklyWork, rates: WorkloadRates): number {
  return (
    work.requestsPerWeek * rates.minutesPerRequest +
    work.doorsDuePerWeek * rates.minutesPerDoor +
    work.floorsPerWeek * rates.minutesPerFloor
  );
}
