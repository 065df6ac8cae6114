// Owns a wish beyond the draft's own rules, plans of whole buildings, and where each lock of the question comes from, so that an
// answer can be said in words. Pure.
import type { Lock } from '@qinghe/rebalance';
import { type OpenQuestion, openQuestion } from './open-question.ts';
import { questionOf } from './plan-question.ts';
import type { PlanLockModel, PlanSessionState } from './plan-session.types.ts';

/** The parts of an open plan that a question is made of. */
export type QuestionGround = Pick<
  PlanSessionState,
  'units' | 'grids' | 'openGrids' | 'graph' | 'rules' | 'locks' | 'before'
> &
  Partial<Pick<PlanSessionState, 'assignment'>>;

/** Where a lock of the question comes from: the draft, or the wish for whole buildings. */
export type LockOrigin =
  | { readonly kind: 'lock'; readonly lock: PlanLockModel }
  | { readonly kind: 'building'; readonly building: string; readonly name: string };

/** What is asked beyond the draft's rules and locks. */
export interface QuestionWish {
  /** Entrances of a building share one grid. */
  readonly wholeBuildings: boolean;
  /** Buildings, by id, that may be split all the same. */
  readonly splitAllowed: readonly string[];
}

/** A question, and for each of its locks where it comes from. */
export interface AskedQuestion extends OpenQuestion {
  readonly origins: readonly LockOrigin[];
}

/** The wish without any: grids may cut buildings at entrances. */
export const NO_WISH: QuestionWish = { wholeBuildings: false, splitAllowed: [] };

/** The question of a draft with a wish. O(units) */
export function askedQuestion(plan: QuestionGround, wish: QuestionWish): AskedQuestion {
  const asked = openQuestion(questionOf(plan, plan), plan.openGrids);
  const { question } = asked;
  const buildings = wish.wholeBuildings ? buildingLocks(plan, wish.splitAllowed) : [];
  return {
    ...asked,
    question: { ...question, locks: [...question.locks, ...buildings.map(([lock]) => lock)] },
    origins: [
      ...plan.locks.map((lock): LockOrigin => ({ kind: 'lock', lock })),
      ...buildings.map(([, origin]) => origin),
    ],
  };
}

function buildingLocks({ units }: QuestionGround, splitAllowed: readonly string[]): (readonly [Lock, LockOrigin])[] {
  const byBuilding = Map.groupBy(units.keys(), (unit) => units[unit]?.building ?? '');
  return [...byBuilding].flatMap(([building, members]): (readonly [Lock, LockOrigin])[] => {
    if (members.length < 2 || splitAllowed.includes(building)) return [];
    const name = units[members[0] ?? 0]?.buildingName ?? '';
    return [
      [
        { kind: 'together', units: members },
        { kind: 'building', building, name },
      ],
    ];
  });
}
