// Owns the way of a plan from draft to force as steps: what is done, by whom, what is next. Pure.
import type { DecidedPlan, PlanReview } from './plan-documents.ts';

/** The stations of the chain. */
export const STATIONS = ['drafted', 'submitted', 'community', 'street', 'district', 'force'] as const;
export type Station = (typeof STATIONS)[number];

/** One station of a plan's course. */
export interface CourseStep {
  readonly station: Station;
  readonly state: 'done' | 'next' | 'ahead';
  readonly by: string | null;
  /** Instant, ISO 8601. */
  readonly at: string | null;
  readonly note: string | null;
}

type Stage = DecidedPlan['stage'];

/** How many stations lie behind a plan of this stage. */
const PASSED: Readonly<Record<Stage, number>> = {
  DRAFT: 1,
  ABANDONED: 1,
  SUBMITTED: 2,
  COMMUNITY_APPROVED: 3,
  STREET_APPROVED: 4,
  APPROVED: 5,
  SCHEDULED: 5,
  IN_FORCE: 6,
  PAST: 6,
};

const ROLE_STATION: Partial<Record<PlanReview['role'], Station>> = {
  SECRETARY: 'community',
  STREET_REVIEWER: 'street',
  DISTRICT_REVIEWER: 'district',
};

/** What passed each station in the round that is on: since it was last sent back. A review without a decision is the submission. */
function approvals(reviews: readonly PlanReview[]): ReadonlyMap<Station, PlanReview> {
  const inOrder = reviews.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
  const lastReturn = inOrder.findLastIndex(({ decision }) => decision === 'SEND_BACK');
  const found = new Map<Station, PlanReview>();
  for (const review of inOrder.slice(lastReturn + 1)) {
    const station = review.decision == null ? 'submitted' : ROLE_STATION[review.role];
    // Dating is a step without a decision too; handing in comes before it.
    const isLater = station === 'submitted' && found.has(station);
    if (station && review.decision !== 'SEND_BACK' && !isLater) found.set(station, review);
  }
  return found;
}

type CoursePlan = Pick<DecidedPlan, 'stage' | 'createdAt' | 'createdBy' | 'effectiveFrom' | 'reviews'>;

/** Who passed a station, when, and what they said. */
type Passing = Pick<CourseStep, 'by' | 'at' | 'note'>;

function passingOf(plan: CoursePlan, station: Station, reviews: ReadonlyMap<Station, PlanReview>): Passing {
  if (station === 'drafted') return { by: plan.createdBy, at: plan.createdAt, note: null };
  if (station === 'force') return { by: null, at: plan.effectiveFrom ?? null, note: null };
  const review = reviews.get(station);
  return review ? { by: review.by, at: review.at, note: review.note ?? null } : { by: null, at: null, note: null };
}

/** The six stations in order. An abandoned plan has nothing next. */
export function courseOf(plan: CoursePlan): CourseStep[] {
  const passed = PASSED[plan.stage];
  const reviews = approvals(plan.reviews);
  const stateOf = (index: number) => {
    if (index < passed) return 'done';
    return index === passed && plan.stage !== 'ABANDONED' ? 'next' : 'ahead';
  };
  return STATIONS.map((station, index) => ({
    station,
    state: stateOf(index),
    ...passingOf(plan, station, reviews),
  }));
}

type Returned = Pick<DecidedPlan, 'stage' | 'reviews'>;

function lastOf({ reviews }: Returned): PlanReview | undefined {
  return reviews.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at)).at(-1);
}

/** Why it was sent back last, while it is a draft again; null otherwise. */
export function sentBack(plan: Returned): PlanReview | null {
  const last = lastOf(plan);
  return plan.stage === 'DRAFT' && last?.decision === 'SEND_BACK' ? last : null;
}

/** Why its day was taken back, while no other is set; null otherwise. The district's approval carries a decision, this does not. */
export function dayTakenBack(plan: Returned): PlanReview | null {
  const last = lastOf(plan);
  return plan.stage === 'APPROVED' && last?.stage === 'APPROVED' && last.decision == null ? last : null;
}
