// Owns everything that follows from a plan's content: figures, checks, boundaries, tints. What did not change keeps its identity.
import type { PlanContent } from './plan-content.ts';
import { createDrawing } from './plan-drawing.ts';
import { planFigures } from './plan-figures.ts';
import { planFindings } from './plan-findings.ts';
import type { PlanModel } from './plan-model.ts';
import type { PlanSessionState } from './plan-session.types.ts';
import { gridNeighbours, tintsOf } from './plan-tints.ts';

/** What is drawn and listed of a plan. */
export type PlanPicture = Pick<
  PlanSessionState,
  | 'name'
  | 'stage'
  | 'acts'
  | 'present'
  | 'rules'
  | 'locks'
  | 'openGrids'
  | 'assignment'
  | 'before'
  | 'figures'
  | 'figuresBefore'
  | 'findings'
  | 'boundaries'
  | 'boundariesBefore'
  | 'tints'
>;

/** Draws one plan after another. @returns what gives the picture of a content */
export function createPainter(model: PlanModel, first: PlanContent): (content: PlanContent) => PlanPicture {
  const drawingBefore = createDrawing(model, first.before);
  const drawing = createDrawing(model, first.assignment);
  const compactness = (grid: number) => drawing.compactness(grid);
  const had = new Set(first.before.filter((grid) => grid >= 0));
  const countBefore = ({ before, rules }: PlanContent) =>
    planFigures(model, { assignment: before, before, rules, openGrids: had }, (grid) =>
      drawingBefore.compactness(grid),
    );
  const tinted = (assignment: Int32Array, former?: readonly number[]) =>
    tintsOf(gridNeighbours(model.graph, assignment, model.grids.length), former);
  let last = first;
  let picture = {
    ...headOf(first),
    figures: planFigures(model, first, compactness),
    figuresBefore: countBefore(first),
    boundaries: drawing.boundaries(),
    boundariesBefore: drawingBefore.boundaries(),
    tints: tinted(first.assignment),
    findings: [],
  } as PlanPicture;
  picture = { ...picture, findings: planFindings(model, first) };

  return (asked) => {
    const content = keepEqual(last, asked);
    const moved = content.assignment !== last.assignment;
    const newRules = content.rules !== last.rules;
    const counted = moved || newRules || content.openGrids !== last.openGrids;
    const changed = moved ? drawing.draw(content.assignment) : new Set<number>();
    const figures = counted
      ? planFigures(model, content, compactness, newRules ? undefined : { rows: picture.figures.rows, changed })
      : picture.figures;
    const judged = counted || content.locks !== last.locks || content.exemptions !== last.exemptions;
    picture = {
      ...headOf(content),
      figures,
      figuresBefore: newRules ? countBefore(content) : picture.figuresBefore,
      boundaries: drawing.boundaries(),
      boundariesBefore: picture.boundariesBefore,
      tints: moved ? tinted(content.assignment, picture.tints) : picture.tints,
      findings: judged ? planFindings(model, content) : picture.findings,
    };
    last = content;
    return picture;
  };
}

function headOf({ name, stage, acts, present, rules, locks, openGrids, assignment, before }: PlanContent) {
  return { name, stage, acts, present, rules, locks, openGrids, assignment, before };
}

/** The content with the former parts where they are equal, so that slices compare by identity. */
function keepEqual(former: PlanContent, content: PlanContent): PlanContent {
  return {
    ...content,
    assignment: sameNumbers(former.assignment, content.assignment) ? former.assignment : content.assignment,
    before: former.before,
    openGrids: same(former.openGrids, content.openGrids),
    rules: same(former.rules, content.rules),
    locks: same(former.locks, content.locks),
    exemptions: same(former.exemptions, content.exemptions),
    acts: same(former.acts, content.acts),
    present: same(former.present, content.present),
  };
}

function same<Value>(former: Value, next: Value): Value {
  return former === next || JSON.stringify(former) === JSON.stringify(next) ? former : next;
}

function sameNumbers(one: Int32Array, other: Int32Array): boolean {
  return one === other || (one.length === other.length && one.every((value, at) => value === other[at]));
}
