// Owns what holds a draft back when it is handed in: the page's checks on the stored draft, less what somebody accepted.
// Refuses rules of its own: what is found, and when it counts as accepted, is the engine's to say, for the page and here alike.
import {
  acceptanceOf,
  communityExtra,
  communityFindings,
  type CommunityFinding,
  communityLock,
  communityTerms,
  localProjection,
  unitGraph,
} from '@qinghe/rebalance';
import type { Language } from '@qinghe/schema';
import type { Transaction } from '#platform/database/database';
import { AppError } from '#platform/errors';
import type { PlanGround } from '../ground/plan-ground.service.ts';
import { type JudgedDraft, readJudgedDraft } from './review-draft.read.ts';
import { findingSentence } from './review-words.ts';

const NAMED = 3;

/** @throws AppError PLAN_CHECKS_OPEN naming the first of them in the order of the checks */
export async function refuseOpenChecks(
  tx: Transaction,
  planId: string,
  everyGround: PlanGround,
  language: Language,
): Promise<void> {
  const draft = await readJudgedDraft(tx, planId);
  const ground = { ...everyGround, grids: everyGround.grids.filter(({ number }) => draft.grids.includes(number)) };
  const open = openFindings(ground, draft);
  if (open.length === 0) return;
  const words = { ground, rules: draft.rules, language };
  const shown = open.slice(0, NAMED).map((finding) => findingSentence(finding, words));
  const first = shown.join(language === 'EN' ? '; ' : ';') + (open.length > NAMED ? '…' : '');
  throw new AppError('PLAN_CHECKS_OPEN', { count: open.length, first }, 'input.plan');
}

/** Findings that nobody accepted and that were not so before; units and grids by index in the ground, whose grids are the draft's. O(units + borders) */
export function openFindings(ground: PlanGround, draft: JudgedDraft): CommunityFinding[] {
  const grids = new Map(ground.grids.map(({ number }, index) => [number, index]));
  const units = new Map(ground.units.map(({ entrance }, index) => [entrance, index]));
  const gridOf = (number: number | null | undefined) => (number == null ? -1 : (grids.get(number) ?? -1));
  const unitsOf = (entrances: readonly string[]) => entrances.flatMap((entrance) => units.get(entrance) ?? []);
  const inGrids = (which: 'grid' | 'before') =>
    Int32Array.from(ground.units, ({ entrance }) => gridOf(draft.units.get(entrance)?.[which]));
  const [before, assignment] = [inGrids('before'), inGrids('grid')];
  const locks = draft.locks.map(({ kind, entrances, grid }) => ({
    kind,
    units: unitsOf(entrances),
    grid: gridOf(grid),
  }));
  const found = communityFindings({
    question: {
      graph: graphOf(ground),
      ...communityTerms(ground.units, draft.rules),
      gridCount: ground.grids.length,
      current: before,
      locks: locks.map((lock) => communityLock(lock, { before, assignment })),
    },
    assignment,
    extra: extraOf(ground, draft.rules.maxSpanMetres),
    lockGrids: locks.map(({ grid }) => grid),
    names: ground.units.map(({ name }) => name),
  });
  const accepted = draft.exemptions.map(({ check, entrances, grid }) => ({
    check,
    units: unitsOf(entrances),
    grid: grid === null ? null : gridOf(grid),
  }));
  return found.filter((finding) => !finding.existing && !acceptanceOf(finding, accepted));
}

function graphOf({ units, borders }: PlanGround) {
  return unitGraph(
    units.length,
    borders.map(([one, other]) => [one!, other!] as const),
    borders.map((border) => border[3]!),
  );
}

function extraOf({ units, arcs, barrierCrossings }: PlanGround, maxSpanMetres: number) {
  const { anchor, left, right } = JSON.parse(arcs) as Record<'left' | 'right', readonly number[]> & {
    readonly anchor: readonly [number, number];
  };
  const { forward } = localProjection(anchor);
  const places = units.map(({ point: [longitude, latitude] }) => forward([longitude!, latitude!]));
  const barrierPairs = barrierCrossings.map(([one, other]) => [one!, other!] as const);
  return communityExtra({ places, arcs: { left, right }, barrierPairs }, maxSpanMetres);
}
