// Owns what gestures on the map of a plan do: select, paint, gather. A stroke is drawn at once and becomes one edit when it ends, so
// that one undo takes it back. Refuses keys (plan-keys.ts) and drawing of the plan.
import type { LngLat, PlanMapView, PlanPointing } from '#map/index';
import { lockedMoves } from '#plan/plan-locks';
import type { PlanTool } from '#plan/plan-session.types';
import type { PlanSession } from '#plan/plan-session';
import { gridAt } from './grid-at.ts';
import type { PlanGround } from './plan-painter.ts';
import { BRUSH_PIXELS, type OverlayPoint, type ToolOverlay } from './tool-overlay.ts';
import { byGrain, rectangle, unitAt, unitsInside, unitsWithin } from './unit-index.ts';

/** What tools need of the outside. */
export interface ToolsDeps {
  readonly view: PlanMapView;
  readonly ground: PlanGround;
  readonly overlay: ToolOverlay;
  readonly session: () => PlanSession;
  /** Draws an assignment that is being painted; null: what is. */
  readonly paint: (assignment: Int32Array | null) => void;
  /** Asks for the grid to paint with: nobody chose one. */
  readonly needGrid: () => void;
}

const CURSORS: Readonly<Record<PlanTool, string>> = {
  select: 'pointer',
  brush: 'none',
  rectangle: 'crosshair',
  lasso: 'crosshair',
};
/** A lasso keeps a point at least this many CSS pixels from the last. */
const LASSO_STEP_PIXELS = 3;

export class PlanTools {
  readonly #deps: ToolsDeps;
  readonly #ends: readonly (() => void)[];
  #stroke: Set<number> | null = null;
  #from: PlanPointing | null = null;
  #line: { readonly at: LngLat; readonly point: OverlayPoint }[] = [];

  constructor(deps: ToolsDeps) {
    this.#deps = deps;
    const { view } = deps;
    this.#ends = [
      view.on('hover', (pointing) => this.#onHover(pointing)),
      view.on('press', (pointing) => this.#onPress(pointing)),
      view.on('drag', (pointing) => this.#onDrag(pointing)),
      view.on('release', (pointing) => this.#onRelease(pointing)),
      view.on('click', (pointing) => this.#onClick(pointing)),
    ];
    this.takeTool(deps.session().tool);
  }

  /** Gives the drag to the tool and ends what the last one left. */
  takeTool(tool: PlanTool): void {
    const { view, overlay } = this.#deps;
    this.#drop();
    overlay.clear();
    view.giveDrag(tool !== 'select', CURSORS[tool]);
    view.setFlags({ pointedSlices: new Set() });
    if (tool !== 'select') this.#deps.session().hoverGrid(null);
  }

  destroy(): void {
    for (const end of this.#ends) end();
    this.#drop();
    this.#deps.view.giveDrag(false, '');
  }

  #onHover(pointing: PlanPointing | null): void {
    const { overlay, view, session } = this.#deps;
    const { tool, hoverGrid } = session();
    overlay.ring(tool === 'brush' && pointing ? pointing.point : null);
    const units = pointing ? this.#unitsUnder(pointing) : [];
    view.setFlags({ pointedSlices: this.#slices(units) });
    if (tool !== 'select') return;
    // Over a building the entrance is meant, over the ground the grid.
    hoverGrid(pointing && units.length === 0 ? nullIfNone(gridAt(this.#boundaries(), pointing.at)) : null);
  }

  #onPress(pointing: PlanPointing): void {
    const { tool } = this.#deps.session();
    if (tool === 'select') return;
    this.#from = pointing;
    this.#line = [pointing];
    if (tool === 'brush') this.#startStroke(pointing);
  }

  #startStroke(pointing: PlanPointing): void {
    const { session, needGrid } = this.#deps;
    if (session().paintGrid === null) return needGrid();
    this.#stroke = new Set();
    this.#brush(pointing);
  }

  #onDrag(pointing: PlanPointing): void {
    const { tool } = this.#deps.session();
    if (tool === 'brush') this.#brush(pointing);
    else if (tool === 'rectangle' && this.#from) this.#drawRectangle(this.#from, pointing);
    else if (tool === 'lasso') this.#drawLasso(pointing);
  }

  #brush(pointing: PlanPointing): void {
    const { overlay, session, paint } = this.#deps;
    overlay.ring(pointing.point);
    const stroke = this.#stroke;
    const { paintGrid, assignment, locks } = session();
    if (!stroke || paintGrid === null) return;
    const size = stroke.size;
    for (const unit of this.#unitsUnder(pointing)) stroke.add(unit);
    if (stroke.size === size) return;
    const painted = assignment.slice();
    // What a lock holds is asked for all the same when the stroke ends: the session says why it stays.
    const asked = new Map([...stroke].map((unit) => [unit, paintGrid]));
    for (const [unit, grid] of lockedMoves({ assignment, locks }, asked)) painted[unit] = grid;
    paint(painted);
  }

  #drawRectangle(from: PlanPointing, { point }: PlanPointing): void {
    const { x, y } = from.point;
    this.#deps.overlay.outline([from.point, { x: point.x, y }, point, { x, y: point.y }]);
  }

  #drawLasso(pointing: PlanPointing): void {
    const last = this.#line.at(-1);
    const { point } = pointing;
    if (last && Math.hypot(point.x - last.point.x, point.y - last.point.y) < LASSO_STEP_PIXELS) return;
    this.#line.push(pointing);
    this.#deps.overlay.outline(this.#line.map((each) => each.point));
  }

  #onRelease(pointing: PlanPointing | null): void {
    const { tool, grain, units } = this.#deps.session();
    const [from, line] = [this.#from, this.#line];
    if (pointing && tool === 'brush') this.#endStroke();
    else if (pointing && from && tool !== 'select') {
      const ring = tool === 'rectangle' ? rectangle(from.at, pointing.at) : line.map(({ at }) => at);
      this.#gather(byGrain(units, unitsInside(this.#deps.ground.index, ring), grain), pointing.extend);
    }
    this.#drop();
  }

  #endStroke(): void {
    const { session } = this.#deps;
    const { paintGrid, move } = session();
    const stroke = this.#stroke;
    if (stroke && stroke.size > 0 && paintGrid !== null) move([...stroke], paintGrid);
  }

  /** Gathered entrances go to the chosen grid; without one they are selected. */
  #gather(gathered: readonly number[], extend: boolean): void {
    const { paintGrid, move, selectUnits, selectedUnits } = this.#deps.session();
    if (gathered.length === 0) return;
    if (paintGrid === null) selectUnits(extend ? [...new Set([...selectedUnits, ...gathered])] : gathered);
    else move(gathered, paintGrid);
  }

  #onClick(pointing: PlanPointing): void {
    const { tool, selectUnits, selectedUnits, selectGrid, assignment } = this.#deps.session();
    if (tool === 'brush') {
      this.#endStroke();
      return this.#drop();
    }
    this.#drop();
    const met = this.#unitsUnder(pointing);
    if (met.length === 0) {
      selectUnits([]);
      return selectGrid(nullIfNone(gridAt(this.#boundaries(), pointing.at)));
    }
    selectUnits(pointing.extend ? toggled(selectedUnits, met) : met);
    selectGrid(nullIfNone(assignment[met[0] ?? -1] ?? -1));
  }

  #unitsUnder({ at, metresPerPixel }: PlanPointing): number[] {
    const { tool, grain, units } = this.#deps.session();
    const { index } = this.#deps.ground;
    const met = tool === 'brush' ? unitsWithin(index, at, BRUSH_PIXELS * metresPerPixel) : [unitAt(index, at)];
    return byGrain(
      units,
      met.filter((unit) => unit >= 0),
      grain,
    );
  }

  #slices(units: readonly number[]): ReadonlySet<number> {
    const { byUnit } = this.#deps.ground.index;
    return new Set(units.flatMap((unit) => byUnit.get(unit)?.mapId ?? []));
  }

  #boundaries() {
    return this.#deps.session().boundaries;
  }

  /** Ends a gesture; what it drew goes. */
  #drop(): void {
    if (this.#stroke) this.#deps.paint(null);
    this.#stroke = null;
    this.#from = null;
    this.#line = [];
    this.#deps.overlay.outline([]);
  }
}

const nullIfNone = (grid: number): number | null => (grid < 0 ? null : grid);

/** All of them in when one is missing, else all of them out. */
function toggled(selected: readonly number[], met: readonly number[]): number[] {
  const out = new Set(met);
  return met.every((unit) => selected.includes(unit))
    ? selected.filter((unit) => !out.has(unit))
    : [...new Set([...selected, ...met])];
}
