// Owns what the checks of a community's plan know beyond the question, read off its ground. Pure. Refuses geometry in degrees.
import type { CheckExtra } from './finding.ts';

/** The ground as far as the checks need it. */
export interface CheckedGround {
  /** Middles of the units, metres. */
  readonly places: readonly (readonly [number, number])[];
  readonly arcs: { readonly left: ArrayLike<number>; readonly right: ArrayLike<number> };
  readonly barrierPairs: readonly (readonly [number, number])[];
}

/** Spans are checked up to `maxSpanMetres`; units with an arc to nowhere reach the outline. O(units + arcs) */
export function communityExtra({ places, arcs, barrierPairs }: CheckedGround, maxSpanMetres: number): CheckExtra {
  const outlineUnits = new Set<number>();
  for (let arc = 0; arc < arcs.left.length; arc += 1) {
    const [left = -1, right = -1] = [arcs.left[arc], arcs.right[arc]];
    if (left < 0 !== right < 0) outlineUnits.add(Math.max(left, right));
  }
  return { x: places.map(([x]) => x), y: places.map(([, y]) => y), maxSpanMetres, barrierPairs, outlineUnits };
}
