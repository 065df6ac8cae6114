// Owns who covers each triangle: a unit's slice, free ground, or nothing (outside the outline).
// Decides overlaps (the first unit wins) and frees slivers; draws no border.

import type { Linework } from './linework.ts';
import type { Mesh } from './triangulation.ts';

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
export function coverFaces(mesh: Mesh, linework: Linework, unitOfOwner: readonly number[]): Faces {
  const { covers, coverOf } = new CoverFlood(mesh, linework, unitOfOwner).run();
  const unitOf = new Int32Array(coverOf.length);
  const hidden = new Map<number, number>();
  const beyond = new Map<number, number>();
  for (let triangle = 0; triangle < coverOf.length; triangle += 1) {
    const { inOutline, units } = covers[coverOf[triangle]!]!;
    unitOf[triangle] = inOutline ? (units[0] ?? FREE) : OUTSIDE;
    const losers = inOutline ? units.slice(1) : units;
    const lost = inOutline ? hidden : beyond;
    for (const unit of losers) lost.set(unit, (lost.get(unit) ?? 0) + triangleArea(mesh, triangle));
  }
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

const OUTSIDE_COVER = 0;
const FREE_COVER = 1;

/** Covers are kept once each and triangles hold their number: nearly all are outside, free, or under one slice alone. */
class CoverFlood {
  readonly #mesh: Mesh;
  readonly #linework: Linework;
  readonly #unitOfOwner: readonly number[];
  readonly #covers: Cover[] = [
    { owners: [], inOutline: false, units: [] },
    { owners: [], inOutline: true, units: [] },
  ];
  /** The cover of a slice alone on ground inside the outline, by owner; 0 when not met yet. */
  readonly #aloneOf: Int32Array;

  constructor(mesh: Mesh, linework: Linework, unitOfOwner: readonly number[]) {
    this.#mesh = mesh;
    this.#linework = linework;
    this.#unitOfOwner = unitOfOwner;
    this.#aloneOf = new Int32Array(unitOfOwner.length);
  }

  run(): { readonly covers: readonly Cover[]; readonly coverOf: Int32Array } {
    const { twins, segmentOf } = this.#mesh;
    const coverOf = new Int32Array(twins.length / 3).fill(-1);
    const stack = new Int32Array(coverOf.length);
    stack[0] = Math.floor(twins.indexOf(-1) / 3);
    coverOf[stack[0]] = OUTSIDE_COVER;
    for (let height = 1; height > 0;) {
      const triangle = stack[--height]!;
      const cover = coverOf[triangle]!;
      for (let halfEdge = 3 * triangle; halfEdge < 3 * triangle + 3; halfEdge += 1) {
        const beside = Math.floor(twins[halfEdge]! / 3);
        if (beside < 0 || coverOf[beside]! >= 0) continue;
        const segment = segmentOf[halfEdge]!;
        coverOf[beside] = segment < 0 ? cover : this.#across(cover, segment);
        stack[height++] = beside;
      }
    }
    return { covers: this.#covers, coverOf };
  }

  /** The cover on the other side of a segment. */
  #across(cover: number, segment: number): number {
    const { ownerOffsets, owners } = this.#linework;
    const [begin, end] = [ownerOffsets[segment]!, ownerOffsets[segment + 1]!];
    if (begin === end) return cover;
    const owner = owners[begin]!;
    if (end - begin > 1 || owner === OUTLINE_OWNER || (cover !== FREE_COVER && cover !== this.#aloneOf[owner]))
      return this.#toggled(cover, owners.subarray(begin, end));
    if (cover !== FREE_COVER) return FREE_COVER;
    if (this.#aloneOf[owner] === 0) this.#aloneOf[owner] = this.#toggled(cover, owners.subarray(begin, end));
    return this.#aloneOf[owner]!;
  }

  #toggled(cover: number, changes: Int32Array): number {
    const before = this.#covers[cover]!;
    const owners = new Set(before.owners);
    let { inOutline } = before;
    for (const owner of changes) {
      if (owner === OUTLINE_OWNER) inOutline = !inOutline;
      else if (!owners.delete(owner)) owners.add(owner);
    }
    if (owners.size === 0) return inOutline ? FREE_COVER : OUTSIDE_COVER;
    const units = [...new Set([...owners].map((owner) => this.#unitOfOwner[owner]!))].sort((a, b) => a - b);
    return this.#covers.push({ owners: [...owners], inOutline, units }) - 1;
  }
}

/** Triangles are listed piece by piece, so that a piece is a stretch of the list. */
function freeSlivers(mesh: Mesh, unitOf: Int32Array): void {
  const total = new Map<number, number>();
  const listed = new Int32Array(unitOf.length);
  const seen = new Uint8Array(unitOf.length);
  const pieces: { unit: number; area: number; begin: number; end: number }[] = [];
  let end = 0;
  for (let start = 0; start < unitOf.length; start += 1) {
    const unit = unitOf[start]!;
    if (unit < 0 || seen[start] === 1) continue;
    const begin = end;
    end = listPiece(mesh, unitOf, start, { seen, listed, begin });
    let area = 0;
    for (let at = begin; at < end; at += 1) area += triangleArea(mesh, listed[at]!);
    pieces.push({ unit, area, begin, end });
    total.set(unit, (total.get(unit) ?? 0) + area);
  }
  for (const { unit, area, begin, end: after } of pieces) {
    if (area >= SLIVER_SHARE * (total.get(unit) ?? 0)) continue;
    for (let at = begin; at < after; at += 1) unitOf[listed[at]!] = FREE;
  }
}

/** Lists the triangles of one unit that hang together with `start`, from `begin` on; returns where the list ends. */
function listPiece(
  { twins }: Mesh,
  unitOf: Int32Array,
  start: number,
  { seen, listed, begin }: { readonly seen: Uint8Array; readonly listed: Int32Array; readonly begin: number },
): number {
  let end = begin;
  seen[start] = 1;
  listed[end++] = start;
  for (let head = begin; head < end; head += 1) {
    const first = 3 * listed[head]!;
    for (let halfEdge = first; halfEdge < first + 3; halfEdge += 1) {
      const beside = Math.floor(twins[halfEdge]! / 3);
      if (beside < 0 || seen[beside] === 1 || unitOf[beside] !== unitOf[start]) continue;
      seen[beside] = 1;
      listed[end++] = beside;
    }
  }
  return end;
}
