// Owns the place of a label: deep inside a polygon and, where there is room, beside the buildings.

import Flatbush from 'flatbush';
import { MinHeap } from './mesh/min-heap.ts';
import { distanceToRings, insidePolygon, polygonArea } from './polygon-measures.ts';
import type { MultiPolygon, Polygon, Position } from './shapes.ts';

/** On a building a place counts for this share of its depth. */
const ON_BUILDING_SHARE = 0.1;
/** Distance to a building counts so many times: half the room beside a wall is as good as to the border. */
const BESIDE_BUILDING_FACTOR = 2;
const MAX_CELLS = 4000;

/**
 * A point inside the largest polygon, far from its border (to `precisionMetres`) and preferably on none of `avoid`.
 * @throws RangeError when there is no polygon.
 */
export function labelPoint(polygons: MultiPolygon, avoid: readonly Polygon[] = [], precisionMetres = 0.5): Position {
  const polygon = polygons.toSorted((a, b) => polygonArea(b) - polygonArea(a))[0];
  const shell = polygon?.[0];
  if (polygon === undefined || shell === undefined) throw new RangeError('polygons: at least one expected');
  const box = boxOf(shell);
  const search = new LabelSearch(polygon, new Footprints(avoid, box));
  const half = Math.max(precisionMetres, Math.min(box.maxX - box.minX, box.maxY - box.minY) / 2);
  for (let x = box.minX; x < box.maxX; x += 2 * half)
    for (let y = box.minY; y < box.maxY; y += 2 * half) search.add([x + half, y + half], half);
  return search.best(precisionMetres) ?? shell[0]!;
}

interface Box {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

function boxOf(ring: readonly Position[]): Box {
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
  return { minX: Math.min(...xs), minY: Math.min(...ys), maxX: Math.max(...xs), maxY: Math.max(...ys) };
}

function overlaps(one: Box, two: Box): boolean {
  return one.minX <= two.maxX && two.minX <= one.maxX && one.minY <= two.maxY && two.minY <= one.maxY;
}

/** The footprints that overlap a box, found by place: thousands are asked for near thousands of positions. */
class Footprints {
  readonly #near: readonly Polygon[];
  readonly #index: Flatbush | null;

  constructor(all: readonly Polygon[], box: Box) {
    this.#near = all.filter((footprint) => footprint[0] !== undefined && overlaps(boxOf(footprint[0]), box));
    this.#index = this.#near.length === 0 ? null : new Flatbush(this.#near.length);
    for (const [shell] of this.#near) {
      const { minX, minY, maxX, maxY } = boxOf(shell!);
      this.#index?.add(minX, minY, maxX, maxY);
    }
    this.#index?.finish();
  }

  within([x, y]: Position, metres: number): Polygon[] {
    return (this.#index?.search(x - metres, y - metres, x + metres, y + metres) ?? []).map(
      (index) => this.#near[index]!,
    );
  }
}

class LabelSearch {
  readonly #heap = new MinHeap();
  readonly #cells: { readonly centre: Position; readonly half: number; readonly reach: number }[] = [];
  readonly #polygon: Polygon;
  readonly #avoid: Footprints;
  #best: Position | undefined;
  #bestScore = 0;

  constructor(polygon: Polygon, avoid: Footprints) {
    this.#polygon = polygon;
    this.#avoid = avoid;
  }

  add(centre: Position, half: number): void {
    const inside = insidePolygon(centre, this.#polygon);
    const depth = (inside ? 1 : -1) * distanceToRings(centre, this.#polygon);
    const free = inside ? this.#free(centre, depth) : Infinity;
    const score = inside ? scoreOf(depth, free) : 0;
    if (score > this.#bestScore) {
      this.#best = centre;
      this.#bestScore = score;
    }
    // Nowhere in the cell is there more room than this; without the footprints in it thousands of cells stay open.
    const slack = half * Math.SQRT2;
    const reach = Math.min(depth + slack, scoreOf(depth + slack, free + slack));
    if (reach <= this.#bestScore) return;
    this.#heap.push(-reach, this.#cells.length);
    this.#cells.push({ centre, half, reach });
  }

  best(precisionMetres: number): Position | undefined {
    for (let item = this.#heap.pop(); item !== undefined && this.#cells.length < MAX_CELLS; item = this.#heap.pop()) {
      const { centre, half, reach } = this.#cells[item]!;
      if (reach - this.#bestScore <= precisionMetres) break;
      for (const [dx, dy] of [
        [-1, -1],
        [-1, 1],
        [1, -1],
        [1, 1],
      ] as const)
        this.add([centre[0] + (dx * half) / 2, centre[1] + (dy * half) / 2], half / 2);
    }
    return this.#best;
  }

  /** Metres to the nearest footprint, below 0 on one; Infinity when all are too far to matter at this depth. */
  #free(position: Position, depth: number): number {
    const near = this.#avoid.within(position, depth / BESIDE_BUILDING_FACTOR);
    return near.reduce((nearest, footprint) => {
      const metres = distanceToRings(position, footprint);
      return Math.min(nearest, insidePolygon(position, footprint) ? -metres : metres);
    }, Infinity);
  }
}

function scoreOf(depth: number, free: number): number {
  return Math.max(Math.min(depth, BESIDE_BUILDING_FACTOR * free), depth * ON_BUILDING_SHARE);
}
