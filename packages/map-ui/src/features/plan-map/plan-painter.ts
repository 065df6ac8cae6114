// Owns which sources of a plan's map a change touches: parts are made again only when what they are made from is another object. No
// React, no state of its own beyond what was drawn last.
import type { MapGeometry, PlanData, PlanMapView, PlanPart } from '#map/index';
import { linesOnlyBefore } from '#plan/before-lines';
import type { Boundary, PlanGridModel, PlanLockModel, PlanUnitModel } from '#plan/plan-session.types';
import { type MovedGroup, movedArrows, movedGroups, movedSlices, movedUnits } from './moved-marks.ts';
import { createNumberPlaces, type NumberPlaces } from './number-places.ts';
import { gridParts, lockedGridsOf, lockParts, numberParts, unassignedParts } from './plan-parts.ts';
import type { UnitIndex } from './unit-index.ts';

/** What does not change while a plan is open. */
export interface PlanGround {
  readonly units: readonly PlanUnitModel[];
  readonly grids: readonly PlanGridModel[];
  readonly index: UnitIndex;
  readonly geometry: MapGeometry;
  /** "3栋3单元 → 02" */
  readonly say: (group: MovedGroup) => string;
}

/** One assignment as it is shown, against the one it is compared with. */
export interface ShownPlan {
  readonly assignment: Int32Array;
  readonly boundaries: readonly Boundary[];
  readonly before: Int32Array;
  readonly boundariesBefore: readonly Boundary[];
  readonly tints: readonly number[];
  readonly locks: readonly PlanLockModel[];
}

type Inputs = readonly unknown[];

export class PlanPainter {
  readonly #view: PlanMapView;
  readonly #ground: PlanGround;
  readonly #placeOf: NumberPlaces;
  readonly #drawn = new Map<PlanPart, Inputs>();

  constructor(view: PlanMapView, ground: PlanGround) {
    this.#view = view;
    this.#ground = ground;
    const { grids, buildings } = ground.geometry;
    const labelled = new Map(grids.features.map(({ id, properties }) => [Number(id), properties.labelAt] as const));
    this.#placeOf = createNumberPlaces(
      buildings.features.map(
        ({ geometry }) => (geometry.type === 'Polygon' ? geometry.coordinates[0] : geometry.coordinates[0]?.[0]) ?? [],
      ),
      ground.grids.map(({ mapId }) => labelled.get(mapId)),
    );
  }

  /** Sends what differs from the last call. O(points of what changed) */
  draw(plan: ShownPlan): void {
    const { assignment, boundaries, before, boundariesBefore, tints, locks } = plan;
    const { units, grids, index, say } = this.#ground;
    this.#part('plan-grids', [boundaries, tints, locks], () => gridParts(boundaries, tints, lockedGridsOf(locks)));
    this.#part('plan-before', [boundaries, boundariesBefore], () => beforePart(boundariesBefore, boundaries));
    this.#part('plan-numbers', [boundaries, locks], () =>
      numberParts(boundaries, grids, lockedGridsOf(locks), this.#placeOf),
    );
    this.#part('plan-unassigned', [assignment], () => unassignedParts(assignment, index));
    this.#part('plan-locks', [locks], () => lockParts(locks, index));
    this.#part('plan-moved', [assignment, before], () => movedSlices(index, movedUnits(before, assignment)));
    this.#part('plan-arrows', [assignment, before], () =>
      movedArrows(movedGroups(units, assignment, movedUnits(before, assignment)), {
        units,
        after: assignment,
        metresPerLng: index.metresPerLng,
        northOf: (unit) => index.byUnit.get(unit)?.box[3] ?? units[unit]?.point[1] ?? 0,
        say,
      }),
    );
  }

  #part<P extends PlanPart>(part: P, inputs: Inputs, make: () => PlanData[P]): void {
    const last = this.#drawn.get(part);
    if (last && inputs.every((input, at) => input === last[at])) return;
    this.#drawn.set(part, inputs);
    this.#view.setPart(part, make());
  }
}

function beforePart(before: readonly Boundary[], after: readonly Boundary[]): PlanData['plan-before'] {
  const lines = linesOnlyBefore(before, after);
  if (lines.length === 0) return { type: 'FeatureCollection', features: [] };
  return {
    type: 'FeatureCollection',
    features: [{ type: 'Feature', properties: {}, geometry: { type: 'MultiLineString', coordinates: lines } }],
  };
}
