// Owns the life of an open plan on its map: from the session to the painter and the marks, past React, one drawing a frame. Refuses
// components.
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MapGeometry, PlanMapView } from '#map/index';
import { planSession, usePlan } from '#plan/open-plan';
import type { PlanSession } from '#plan/plan-session';
import { subscribeUnitFlights } from '#plan/unit-flights';
import { subscribeFlights } from '#view/map-port';
import type { MovedGroup } from './moved-marks.ts';
import { gridFeatureId, gridLabel } from './plan-parts.ts';
import { type PlanGround, PlanPainter, type ShownPlan } from './plan-painter.ts';
import { PlanTools } from './plan-tools.ts';
import { planOf, shownPlan } from './shown-plan.ts';
import { ToolOverlay } from './tool-overlay.ts';
import { boxOf, indexUnits } from './unit-index.ts';

/** Closer than this a single building says nothing about where it is. */
const CLOSEST_ZOOM = 18;

/** What the plan's map is drawn from; null while the geometry loads. */
export function usePlanGround(geometry: MapGeometry | null): PlanGround | null {
  const { t } = useTranslation();
  const units = usePlan((plan) => plan.units);
  const grids = usePlan((plan) => plan.grids);
  return useMemo(() => {
    if (!geometry) return null;
    const say = ({ units: moved, to, whole }: MovedGroup) => {
      const [unit] = moved.map((each) => units[each]);
      const grid = gridLabel(grids, to);
      if (!unit || (moved.length > 1 && !whole))
        return t('planMap.movedSome', { building: unit?.buildingName ?? '', count: moved.length, grid });
      return t('planMap.moved', { name: whole ? unit.buildingName : unit.name, grid });
    };
    return { units, grids, geometry, index: indexUnits(units, geometry.entrances), say };
  }, [geometry, units, grids, t]);
}

/** Draws one side of what is shown whenever the session changes. @returns what ends it, and what paints a stroke over it */
export function drawSession(
  view: PlanMapView,
  ground: PlanGround,
  choose: (session: PlanSession, painted: Int32Array | null) => ShownPlan,
) {
  const painter = new PlanPainter(view, ground);
  let painted: Int32Array | null = null;
  let frame = 0;
  const draw = () => {
    frame = 0;
    const session = planSession.getState();
    if (!session) return;
    painter.draw(choose(session, painted));
    mark(view, ground, session);
  };
  const schedule = () => {
    if (frame === 0) frame = requestAnimationFrame(draw);
  };
  draw();
  const end = planSession.subscribe(schedule);
  return {
    paint(assignment: Int32Array | null) {
      painted = assignment;
      schedule();
    },
    end() {
      end();
      cancelAnimationFrame(frame);
    },
  };
}

/** A lasting selection is outlined; the rest steps back only while a grid is pointed at. */
function mark(view: PlanMapView, { index }: PlanGround, session: PlanSession): void {
  const { selectedGrid, hoveredGrid, selectedUnits, grids } = session;
  const others = hoveredGrid === null ? [] : [...grids.keys()].filter((grid) => grid !== hoveredGrid);
  view.setFlags({
    selectedGrids: new Set(selectedGrid === null ? [] : [gridFeatureId(selectedGrid)]),
    dimmedGrids: new Set(others.map(gridFeatureId)),
    selectedSlices: new Set(selectedUnits.flatMap((unit) => index.byUnit.get(unit)?.mapId ?? [])),
  });
}

/** The draft, a preview or a comparison's left side on the map, with tools over it. */
export function usePlanDrawing(view: PlanMapView | null, ground: PlanGround | null, needGrid: () => void): void {
  useEffect(() => {
    const host = view?.maplibre.getContainer().parentElement;
    if (!view || !ground || !host) return undefined;
    const drawing = drawSession(view, ground, (session, painted) =>
      session.comparison ? planOf(session, session.comparison.left.assignment) : shownPlan(session, painted),
    );
    const overlay = new ToolOverlay(host);
    const session = () => {
      const open = planSession.getState();
      if (!open) throw new Error('No plan is open.');
      return open;
    };
    const tools = new PlanTools({ view, ground, overlay, session, paint: drawing.paint, needGrid });
    const endTool = planSession.subscribe((now, then) => {
      if (now && now.tool !== then?.tool) tools.takeTool(now.tool);
    });
    const endFlights = hearFlights(view, ground);
    return () => {
      endFlights();
      endTool();
      tools.destroy();
      overlay.remove();
      drawing.end();
    };
  }, [view, ground, needGrid]);
}

function hearFlights(view: PlanMapView, { index, units }: PlanGround): () => void {
  const toUnits = (wanted: readonly number[]) => {
    const boxes = wanted.flatMap((unit) => {
      const box = index.byUnit.get(unit)?.box;
      return box ? [[box[0], box[1]] as const, [box[2], box[3]] as const] : [];
    });
    if (boxes.length === 0) view.fit();
    else view.flyTo(boxOf(boxes), { zoom: CLOSEST_ZOOM });
  };
  const ends = [
    subscribeUnitFlights(toUnits),
    subscribeFlights((target) => {
      if (target.kind === 'all') return view.fit();
      if (target.kind === 'entrance')
        return toUnits(units.flatMap(({ entrance }, at) => (entrance === target.id ? [at] : [])));
      if (target.kind === 'building')
        return toUnits(units.flatMap(({ building }, at) => (building === target.id ? [at] : [])));
      const open = planSession.getState();
      const places = open?.boundaries[open.grids.findIndex(({ grid }) => grid === target.id)]?.flat(2) ?? [];
      if (places.length > 0) view.flyTo(boxOf(places), { zoom: CLOSEST_ZOOM });
    }),
  ];
  return () => {
    for (const end of ends) end();
  };
}
