// Types of jakarta-communities.mjs, which stays plain so that benches run it as it is.
import type { Coverage } from '../src/coverage.ts';
import type { PlanQuestion } from '../src/planning/question.ts';
import type { World } from './worlds.ts';

/** A community cut out of the set: households of each building when its grids were drawn, and now. */
export interface JakartaCommunity {
  readonly world: World;
  readonly gridCount: number;
  readonly before: Int32Array;
  readonly households: Int32Array;
}

export declare function jakartaCommunities(): readonly JakartaCommunity[];
export declare function askedOf(community: JakartaCommunity): {
  readonly coverage: Coverage;
  readonly question: PlanQuestion;
};
