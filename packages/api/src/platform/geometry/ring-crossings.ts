// Owns finding where borders meet that must not: in one ring, between rings, doubled edges. Refuses to repair.
/** Longitude and latitude, or metres; further numbers are ignored. */
type Position = readonly number[];

interface Edge {
  readonly ring: number;
  readonly index: number;
  /** Place among the ring's edges that have a length, and how many those are. */
  readonly order: number;
  readonly count: number;
  readonly a: Position;
  readonly b: Position;
  readonly minX: number;
  readonly maxX: number;
}

/** Two edges that meet wrongly. `ring` and `index` name the first of them in file order (its starting vertex); `other` is the ring of the second. */
export interface Crossing {
  readonly ring: number;
  readonly index: number;
  readonly other: number;
  readonly at: Position;
}

/** Two rings that meet in one point, which is allowed by itself. */
export interface Touch {
  readonly rings: readonly [number, number];
  readonly at: Position;
}
export interface RingMeetings {
  readonly crossings: readonly Crossing[];
  readonly touches: readonly Touch[];
}

const xOf = (position: Position) => position[0] ?? NaN;
const yOf = (position: Position) => position[1] ?? NaN;

// Differences of near-by coordinates are exact in floating point, so the sign is right except for points within some
// 1e-16 of a border; shared vertices give exactly 0.
const turn = (a: Position, b: Position, c: Position) =>
  (xOf(b) - xOf(a)) * (yOf(c) - yOf(a)) - (yOf(b) - yOf(a)) * (xOf(c) - xOf(a));
const between = (a: Position, b: Position, c: Position) =>
  Math.min(xOf(a), xOf(b)) <= xOf(c) &&
  xOf(c) <= Math.max(xOf(a), xOf(b)) &&
  Math.min(yOf(a), yOf(b)) <= yOf(c) &&
  yOf(c) <= Math.max(yOf(a), yOf(b));

function edgesOf(rings: readonly (readonly Position[])[]): Edge[] {
  const edges: Edge[] = [];
  rings.forEach((positions, ring) => {
    const starts = positions.flatMap((a, index) => {
      const b = positions[index + 1];
      return b && (xOf(a) !== xOf(b) || yOf(a) !== yOf(b)) ? [index] : [];
    });
    starts.forEach((index, order) => {
      const [a, b] = [positions[index]!, positions[index + 1]!];
      const [minX, maxX] = [Math.min(xOf(a), xOf(b)), Math.max(xOf(a), xOf(b))];
      edges.push({ ring, index, order, count: starts.length, a, b, minX, maxX });
    });
  });
  return edges;
}

type Meeting = { kind: 'cross' | 'touch' | 'overlap'; at: Position };

function collinearMeeting(e: Edge, f: Edge): Meeting | null {
  const ends = [e.a, e.b]
    .filter((end) => between(f.a, f.b, end))
    .concat([f.a, f.b].filter((end) => between(e.a, e.b, end)));
  const [first] = ends;
  if (!first) return null;
  const other = ends.find((end) => xOf(end) !== xOf(first) || yOf(end) !== yOf(first));
  return { kind: other ? 'overlap' : 'touch', at: first };
}

function touching(e: Edge, f: Edge, [d1, d2, d3, d4]: readonly number[]): Meeting | null {
  const ends: readonly (readonly [number | undefined, Edge, Position])[] = [
    [d1, e, f.a],
    [d2, e, f.b],
    [d3, f, e.a],
    [d4, f, e.b],
  ];
  const hit = ends.find(([side, edge, end]) => side === 0 && between(edge.a, edge.b, end));
  return hit ? { kind: 'touch', at: hit[2] } : null;
}

function meeting(e: Edge, f: Edge): Meeting | null {
  const [d1, d2, d3, d4] = [turn(e.a, e.b, f.a), turn(e.a, e.b, f.b), turn(f.a, f.b, e.a), turn(f.a, f.b, e.b)];
  if (d1 === 0 && d2 === 0) return collinearMeeting(e, f);
  if (d1 * d2 > 0 || d3 * d4 > 0) return null;
  if (d1 * d2 === 0 || d3 * d4 === 0) return touching(e, f, [d1, d2, d3, d4]);
  const t = d3 / (d3 - d4);
  return { kind: 'cross', at: [xOf(e.a) + t * (xOf(e.b) - xOf(e.a)), yOf(e.a) + t * (yOf(e.b) - yOf(e.a))] };
}

// A ring may meet itself only where neighbouring edges join; two rings may touch in points but not along a line.
function isFault(e: Edge, f: Edge, found: Meeting): boolean {
  if (found.kind !== 'touch') return true;
  if (e.ring !== f.ring) return false;
  const gap = Math.abs(e.order - f.order);
  return gap !== 1 && gap !== e.count - 1;
}

/**
 * The first `limit` wrong meetings among closed rings, in order of x; repeated neighbours are passed over. Two rings may touch in
 * single points. Sweep over x: O(n log n) on ordinary outlines, O(n²) at worst (2,000 vertices: a few ms).
 */
export function findCrossings(rings: readonly (readonly Position[])[], limit: number): RingMeetings {
  const edges = edgesOf(rings).sort((e, f) => e.minX - f.minX);
  const crossings: Crossing[] = [];
  const touches: Touch[] = [];
  for (let i = 0; i < edges.length; i++) {
    const e = edges[i]!;
    for (let j = i + 1; j < edges.length && edges[j]!.minX <= e.maxX; j++) {
      const f = edges[j]!;
      const found = meeting(e, f);
      if (!found) continue;
      if (!isFault(e, f, found)) {
        if (e.ring !== f.ring) touches.push({ rings: [e.ring, f.ring], at: found.at });
        continue;
      }
      const [first, second] = e.ring < f.ring || (e.ring === f.ring && e.index < f.index) ? [e, f] : [f, e];
      crossings.push({ ring: first.ring, index: first.index, other: second.ring, at: found.at });
      if (crossings.length >= limit) return { crossings, touches };
    }
  }
  return { crossings, touches };
}

/**
 * The point at which touching rings close a chain, which cuts the inside of the polygon in two; null when none does.
 * Rings and the points they touch in form a graph; a cycle in it is such a chain.
 */
export function closingTouch(touches: readonly Touch[]): Position | null {
  const parents = new Map<string, string>();
  const rootOf = (node: string): string => {
    const parent = parents.get(node) ?? node;
    return parent === node ? node : rootOf(parent);
  };
  const seen = new Set<string>();
  for (const { rings, at } of touches) {
    const point = `${xOf(at)},${yOf(at)}`;
    for (const ring of rings) {
      const link = `${ring} ${point}`;
      if (seen.has(link)) continue;
      seen.add(link);
      const [a, b] = [rootOf(`ring ${ring}`), rootOf(point)];
      if (a === b) return at;
      parents.set(a, b);
    }
  }
  return null;
}
