// Communities cut out of a real town, asked for plans as a planner asks: ground without gaps, plans that every check passes, or the
// rules that conflict. Five of the forty that the bench tries.
import { describe, expect, it } from 'vitest';
import { loadHighs } from '../bin/load-highs.ts';
import { componentCounts } from '../src/contiguity.ts';
import { dissolve } from '../src/dissolve.ts';
import { checkPlan } from '../src/explain/check-plan.ts';
import { whyNot } from '../src/explain/why-not.ts';
import { suggestPlans } from '../src/planning/suggest-plans.ts';
import { multiPolygonArea } from '../src/polygon-measures.ts';
import { askedOf, jakartaCommunities } from './jakarta-communities.mjs';
import { tilingFaults } from './judge.ts';

const communities = jakartaCommunities();
const solver = await loadHighs();

const kinds = (question: Parameters<typeof checkPlan>[0], plan: Int32Array) =>
  checkPlan(question, plan).map(({ kind }) => kind);

describe('communities cut out of Jakarta', () => {
  it('are forty, of one to one and a half hundred buildings and four of a thousand', () => {
    const sizes = communities.map(({ households }) => households.length);
    expect(sizes.filter((size) => size === 1_000)).toHaveLength(4);
    expect(sizes.filter((size) => size >= 100 && size <= 150)).toHaveLength(36);
  });

  it.each([4, 12, 27])('number %i, half of which has grown: plans that pass the checks which today fails', (index) => {
    const community = communities[index]!;
    const { coverage, question } = askedOf(community);
    // Walls of the tile are 1.2 m apart: the outline is judged as the cells see it, on the millimetre.
    const [outline = []] = dissolve(coverage, new Int16Array(question.current.length), 1);
    expect(tilingFaults({ ...community.world, outline }, coverage.cells)).toEqual([]);
    expect(Math.abs(multiPolygonArea(outline) / multiPolygonArea(community.world.outline) - 1)).toBeLessThan(1e-5);
    expect(kinds(question, Int32Array.from(question.current))).toContain('limit');
    const { plans } = suggestPlans(question, { seed: 1, solver });
    expect(plans.length).toBeGreaterThan(0);
    for (const { assignment, disruption, disruptionBound } of plans) {
      const plan = Int32Array.from(assignment);
      expect(kinds(question, plan)).toEqual([]);
      expect(disruption).toBeGreaterThanOrEqual(disruptionBound);
      const { gridCount } = question;
      expect([...componentCounts(coverage.adjacency, plan, gridCount)]).toEqual(Array(gridCount).fill(1));
      expect(dissolve(coverage, plan, gridCount).map((grid) => grid.length)).toEqual(Array(gridCount).fill(1));
    }
  });

  it.each([
    [6, 'a tower that no grid may hold', ['limit']],
    [9, 'too few grids for everybody', ['grid-count', 'limit']],
  ] as const)('number %i, %s: no plan, and the rules that conflict', (index, _what, conflict) => {
    const { question } = askedOf(communities[index]!);
    expect(suggestPlans(question, { seed: 1, solver }).plans).toEqual([]);
    const answer = whyNot(question, { seed: 1, solver });
    if (answer.status !== 'infeasible') throw new Error(answer.status);
    expect(answer.provedMinimal).toBe(true);
    expect(answer.core.map(({ kind }) => kind).toSorted()).toEqual(conflict);
    expect(answer.relaxations.length).toBeGreaterThan(0);
    for (const { assignment } of answer.relaxations) expect(assignment).toHaveLength(question.current.length);
  });
});
