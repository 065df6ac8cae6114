// Owns the drafts an import ends in: what would be saved, in the domain's words. Refuses ids: the service gives those.
import type { MultiLineString, MultiPolygon, Point } from './geojson-shapes.ts';

/** Footprint in WGS 84. `key` depends on content alone, so the same file twice is the same buildings. */
export interface BuildingDraft {
  readonly key: string;
  readonly number: string | null;
  readonly series: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: 'RESIDENTIAL' | 'OTHER';
  readonly floors?: number;
  readonly footprint: MultiPolygon;
  readonly sourcePaths: readonly string[];
  /** Ids that the source gave to its footprints; rows of other tables may refer to them. */
  readonly sourceIds: readonly string[];
}

export interface EntranceDraft {
  readonly buildingKey: string;
  readonly number: string;
  readonly point?: Point;
  readonly slice?: MultiPolygon;
  readonly dwellings?: number;
  readonly households?: number;
  readonly residents?: number;
  readonly sourcePath: string;
}

/** Counts of a building, or of one of its entrances. */
export interface HouseholdCount {
  readonly buildingKey: string;
  readonly entrance?: string;
  readonly households: number;
  readonly dwellings?: number;
  readonly residents?: number;
  readonly sourcePaths: readonly string[];
}

export type BarrierKind = 'TRUNK_ROAD' | 'STREET' | 'LANE' | 'PATH' | 'RAIL' | 'WATER' | 'WALL' | 'OTHER';
export interface BarrierDraft {
  readonly key: string;
  readonly name: string;
  readonly kind: BarrierKind;
  readonly line: MultiLineString;
  readonly sourcePath: string;
}

export interface ImportDrafts {
  readonly buildings: readonly BuildingDraft[];
  readonly entrances: readonly EntranceDraft[];
  readonly households: readonly HouseholdCount[];
  readonly barriers: readonly BarrierDraft[];
  readonly outline: MultiPolygon | null;
}
