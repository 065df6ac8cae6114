// The public face of the engine: pure geometry and partitioning. Nothing else of this package is to be imported.

export type { LineString, MultiPolygon, Polygon, Position, Ring } from './shapes.ts';
export { localProjection, projectPolygons, roundLonLat, toLonLatPolygons, type Projection } from './projection.ts';
export { outlineFromFootprints } from './outline.ts';
export { sliceFootprint } from './slice-footprint.ts';
export {
  deriveCoverage,
  type Coverage,
  type CoverageException,
  type CoverageInput,
  type CoverageReason,
} from './coverage.ts';
export { dissolve } from './dissolve.ts';
export { Boundaries, type UnitMove } from './boundaries.ts';
export { labelPoint } from './label-point.ts';
export type { Adjacency, Barriers } from './adjacency.ts';
export type { Arcs } from './mesh/arcs.ts';
export { componentCounts, components, staysConnectedWithout } from './contiguity.ts';
export { growPartition, type GrowInput } from './grow.ts';
export { numberGrids } from './number-grids.ts';
export { seededRandom, type Random } from './random.ts';
export { distanceToRings, insidePolygon, multiPolygonArea, polygonArea, ringArea } from './polygon-measures.ts';
export {
  cutCost,
  gridLoads,
  unitGraph,
  type Assignment,
  type Measure,
  type PartitionProblem,
  type UnitGraph,
} from './partition/problem.ts';
export { searchPlan, type SearchOptions, type SearchProgress, type SearchResult } from './partition/search.ts';
export { InstanceFault, readAssignment, readInstance, type PlanFile } from './partition/instance.ts';
export { enumerateGrids, type EnumerateOptions } from './partition/enumerate-grids.ts';
export type { GridColumns } from './partition/grid-columns.ts';
export type { LinearSolver } from './partition/linear-solver.ts';
export {
  provePartition,
  type PartitionProof,
  type ProofOptions,
  type ProofProgress,
} from './partition/set-partition.ts';
export { disruptionOf, type Lock, type PlanQuestion } from './planning/question.ts';
export {
  communityLock,
  communityTerms,
  type CommunityLock,
  type CommunityRules,
  type CommunityUnit,
} from './planning/community-terms.ts';
export { neighbourFlow, type GridFlow, type NeighbourFlow } from './planning/neighbour-flow.ts';
export { findPlan, type FindOptions, type FoundPlan } from './planning/find-plan.ts';
export { minutesPerWeek, type WeeklyWork, type WorkloadRates } from './planning/workload.ts';
export { polishByWindows, type WindowedPlan, type WindowOptions } from './partition/windows.ts';
export { checkPlan } from './explain/check-plan.ts';
export { acceptanceOf, ACCEPTED_BY_UNITS, NEVER_ACCEPTED, type Acceptance } from './explain/accepted.ts';
export { communityExtra, type CheckedGround } from './explain/community-extra.ts';
export {
  communityFindings,
  type CommunityCheck,
  type CommunityFinding,
  type CommunityPlan,
} from './explain/community-findings.ts';
export type { CheckExtra, Finding } from './explain/finding.ts';
export { repairPiece, type RepairMove } from './explain/repair-piece.ts';
export { explainMove, type GridLoad, type MoveEffect } from './explain/explain-move.ts';
export { validateQuestion, type QuestionFault } from './explain/validate-question.ts';
export {
  expandPlan,
  reduceQuestion,
  type LockContradiction,
  type ReducedQuestion,
} from './planning/reduce-question.ts';
export {
  suggestPlans,
  type SuggestedPlan,
  type Suggestions,
  type SuggestOptions,
  type SuggestProgress,
} from './planning/suggest-plans.ts';
export { MOST_PLANS, type PlanRole } from './planning/choose-plans.ts';
export type { Change, Relaxation } from './explain/relaxation.ts';
export type { GridsOut } from './explain/shortfall.ts';
export type { Rule } from './explain/terms.ts';
export { whyNot, type WhyNot, type WhyNotOptions, type WhyNotProgress } from './explain/why-not.ts';
