// Owns the place of a label: deep inside a polygon and, where there is room, beside the buildings.

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
  const near = avoid.filter((footprint) => footprint[0] !== undefined && overlaps(boxOf(footprint[0]), box));
  const search = new LabelSearch(polygon, near);
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

class LabelSearch {
  readonly #heap = new MinHeap();
  readonly #cells: { readonly centre: Position; readonly half: number; readonly reach: number }[] = [];
  readonly #polygon: Polygon;
  readonly #avoid: readonly Polygon[];
  #best: Position | undefined;
  #bestScore = 0;

  constructor(polygon: Polygon, avoid: readonly Polygon[]) {
    this.#polygon = polygon;
    this.#avoid = avoid;
  }

  add(centre: Position, half: number): void {
    const inside = insidePolygon(centre, this.#polygon);
    const depth = (inside ? 1 : -1) * distanceToRings(centre, this.#polygon);
    const score = inside ? this.#score(centre, depth) : 0;
    if (score > this.#bestScore) {
      this.#best = centre;
      this.#bestScore = score;
    }
    const reach = depth + half * Math.SQRT2;
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

  #score(position: Position, depth: number): number {
    let score = depth;
    for (const footprint of this.#avoid) {
      if (insidePolygon(position, footprint)) return depth * ON_BUILDING_SHARE;
      score = Math.min(score, BESIDE_BUILDING_FACTOR * distanceToRings(position, footprint));
    }
    return Math.max(score, depth * ON_BUILDING_SHARE);
  }
}
