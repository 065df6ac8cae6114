// Types of real-worlds.mjs, which stays plain so that benches run it as it is.
import type { LineString } from '../src/shapes.ts';
import type { World } from './worlds.ts';

export declare function jakartaWorld(
  count: number,
): World & { readonly left: { readonly atTileEdge: number; readonly tooSmall: number } };
export declare function standInWorld(): World;
export declare function standInRoads(): LineString[];
