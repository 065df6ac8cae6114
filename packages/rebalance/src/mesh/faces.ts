// Owns who covers each triangle: a unit's slice, free ground, or nothing (outside the outline).
// Decides overlaps (the first unit wins) and frees slivers; draws no border.

import { nextOf, previousOf, type Mesh } from './triangulation.ts';

/** Free ground inside the outline. */
export const FREE = -1;
/** Outside the outline. */
export const OUTSIDE = -2;
/** The owner number of the outline's rings; slices' polygons have owners from 0. */
export const OUTLINE_OWNER = -1;

/** Pieces of a slice cut off by others, smaller than this share of the slice, go to whoever surrounds them. */
const SLIVER_SHARE = 0.05;

/** What covers each triangle, and which units lost ground. */
export interface Faces {
  /** Per triangle: a unit index, FREE or OUTSIDE. */
  readonly unitOf: Int32Array;
  /** Units of which a slice lies under another unit's slice by more than 1 square metre. */
  readonly overlapped: readonly number[];
  /** Units of which a slice lies beyond the outline by more than 1 square metre. */
  readonly beyondOutline: readonly number[];
}

interface Cover {
  readonly owners: readonly number[];
  readonly inOutline: boolean;
  readonly units: readonly number[];
}

/** Floods the triangles from the frame inwards, toggling owners at each segment: no point-in-polygon test, hence exact. */
export function coverFaces(
  mesh: Mesh,
  segmentOwners: readonly (readonly number[])[],
  unitOfOwner: readonly number[],
): Faces {
  const covers = floodCovers(mesh, segmentOwners, unitOfOwner);
  const unitOf = new Int32Array(covers.length);
  const hidden = new Map<number, number>();
  const beyond = new Map<number, number>();
  covers.forEach((cover, triangle) => {
    unitOf[triangle] = cover.inOutline ? (cover.units[0] ?? FREE) : OUTSIDE;
    if (cover.units.length === 0) return;
    const area = triangleArea(mesh, triangle);
    for (const unit of cover.inOutline ? cover.units.slice(1) : []) hidden.set(unit, (hidden.get(unit) ?? 0) + area);
    for (const unit of cover.inOutline ? [] : cover.units) beyond.set(unit, (beyond.get(unit) ?? 0) + area);
  });
  freeSlivers(mesh, unitOf);
  return { unitOf, overlapped: aboveOneSquareMetre(hidden), beyondOutline: aboveOneSquareMetre(beyond) };
}

function aboveOneSquareMetre(areas: ReadonlyMap<number, number>): number[] {
  return [...areas]
    .filter(([, area]) => area > 1)
    .map(([unit]) => unit)
    .sort((a, b) => a - b);
}

/** Square metres. */
function triangleArea({ xy, triangles }: Mesh, triangle: number): number {
  const [a, b, c] = [triangles[3 * triangle]!, triangles[3 * triangle + 1]!, triangles[3 * triangle + 2]!];
  return (
    ((xy[2 * b]! - xy[2 * a]!) * (xy[2 * c + 1]! - xy[2 * a + 1]!) -
      (xy[2 * b + 1]! - xy[2 * a + 1]!) * (xy[2 * c]! - xy[2 * a]!)) /
    2e6
  );
}

function floodCovers(
  mesh: Mesh,
  segmentOwners: readonly (readonly number[])[],
  unitOfOwner: readonly number[],
): Cover[] {
  const nothing: Cover = { owners: [], inOutline: false, units: [] };
  const covers = Array.from<Cover | undefined>({ length: mesh.triangles.length / 3 });
  const first = Math.floor(mesh.twins.indexOf(-1) / 3);
  covers[first] = nothing;
  const queue = [first];
  for (let triangle = queue.pop(); triangle !== undefined; triangle = queue.pop()) {
    const cover = covers[triangle] ?? nothing;
    for (let halfEdge = 3 * triangle; halfEdge < 3 * triangle + 3; halfEdge += 1) {
      const twin = mesh.twins[halfEdge]!;
      const beside = Math.floor(twin / 3);
      if (twin < 0 || covers[beside] !== undefined) continue;
      const segment = mesh.segmentOf[halfEdge]!;
      covers[beside] = segment < 0 ? cover : toggled(cover, segmentOwners[segment] ?? [], unitOfOwner);
      queue.push(beside);
    }
  }
  return covers.map((cover) => cover ?? nothing);
}

function toggled(cover: Cover, changes: readonly number[], unitOfOwner: readonly number[]): Cover {
  const owners = new Set(cover.owners);
  let inOutline = cover.inOutline;
  for (const owner of changes) {
    if (owner === OUTLINE_OWNER) inOutline = !inOutline;
    else if (!owners.delete(owner)) owners.add(owner);
  }
  const units = [...new Set([...owners].map((owner) => unitOfOwner[owner] as number))].sort((a, b) => a - b);
  return { owners: [...owners], inOutline, units };
}

function freeSlivers(mesh: Mesh, unitOf: Int32Array): void {
  const total = new Map<number, number>();
  const pieces: { unit: number; area: number; triangles: number[] }[] = [];
  const seen = new Uint8Array(unitOf.length);
  for (let start = 0; start < unitOf.length; start += 1) {
    const unit = unitOf[start]!;
    if (unit < 0 || seen[start] === 1) continue;
    const triangles = sameUnitPiece(mesh, unitOf, start, seen);
    const area = triangles.reduce((sum, triangle) => sum + triangleArea(mesh, triangle), 0);
    pieces.push({ unit, area, triangles });
    total.set(unit, (total.get(unit) ?? 0) + area);
  }
  for (const { unit, area, triangles } of pieces) {
    if (area < SLIVER_SHARE * (total.get(unit) ?? 0)) for (const triangle of triangles) unitOf[triangle] = FREE;
  }
}

function sameUnitPiece(mesh: Mesh, unitOf: Int32Array, start: number, seen: Uint8Array): number[] {
  const piece = [start];
  seen[start] = 1;
  for (let head = 0; head < piece.length; head += 1) {
    const inner = 3 * piece[head]!;
    for (const halfEdge of [inner, nextOf(inner), previousOf(inner)]) {
      const beside = Math.floor(mesh.twins[halfEdge]! / 3);
      if (beside < 0 || seen[beside] === 1 || unitOf[beside] !== unitOf[start]) continue;
      seen[beside] = 1;
      piece.push(beside);
    }
  }
  return piece;
}
