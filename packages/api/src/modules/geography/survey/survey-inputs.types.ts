// Owns what the surveyor takes in: plain shapes that import drafts and the demo world fit without conversion.
// Refuses ids and map ids (the surveyor gives those) and any datum but WGS 84.

/** `[longitude, latitude]` in degrees, WGS 84; a third number is ignored. */
export type LonLat = readonly number[];

export interface MultiPolygonShape {
  readonly type: 'MultiPolygon';
  readonly coordinates: readonly (readonly (readonly LonLat[])[])[];
}

export interface PointShape {
  readonly type: 'Point';
  readonly coordinates: LonLat;
}

export const BUILDING_KINDS = ['RESIDENTIAL', 'SERVICE_CENTRE', 'CANTEEN', 'PROPERTY_OFFICE', 'OTHER'] as const;
export type BuildingKind = (typeof BUILDING_KINDS)[number];

/** One building; `key` is its identity in the source: the same key again is the same building. */
export interface BuildingInput {
  readonly key: string;
  readonly number: string | null;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: BuildingKind;
  readonly floors?: number;
  /** Checked before: closed rings, no crossing, in range. */
  readonly footprint: MultiPolygonShape;
}

/** One entrance of a building; `slice` is its part of the footprint, `point` where its door stands. */
export interface EntranceInput {
  readonly buildingKey: string;
  readonly number: string;
  readonly slice?: MultiPolygonShape;
  readonly point?: PointShape;
  readonly floors?: number;
  readonly doorsPerFloor?: number;
  readonly dwellings?: number;
  readonly households?: number;
  readonly residents?: number;
}

/** Counts of an entrance or, without one, of a whole building, which are then spread evenly over its entrances. */
export interface CountInput {
  readonly buildingKey: string;
  readonly entrance?: string;
  readonly households: number;
  readonly dwellings?: number;
  readonly residents?: number;
}

/** A door: building, entrance and place on the floor are its identity. */
export interface DwellingInput {
  readonly buildingKey: string;
  readonly entrance: string;
  readonly floor: number;
  readonly position: number;
  /** `1701`: as the residents say it. */
  readonly label: string;
}

/** Who lives behind a door, in counts; the contact and the level go to the tables of personal data. */
export interface HouseholdInput {
  readonly buildingKey: string;
  readonly entrance: string;
  readonly floor: number;
  readonly position: number;
  readonly residents: number;
  readonly movedIn: Date;
  readonly contact?: { readonly name: string; readonly phone: string | null };
  readonly careLevel?: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'NONE';
  /** When the level was agreed; `movedIn` when left out. */
  readonly careSince?: Date;
}

/** A line, area or point of the base map; a barrier is a line that grids like to end at. */
export interface BaseFeatureInput {
  readonly kind: string;
  readonly name: string | null;
  readonly barrier: boolean;
  /** Any GeoJSON geometry in WGS 84. */
  readonly geometry: { readonly type: string; readonly coordinates: unknown };
}

/** A complete assignment; entrances left out join the neighbour they share the longest border with. */
export interface PlanInput {
  readonly name: string;
  /** In force from here on, until another plan takes over. */
  readonly validFrom: Date;
  /** Entrance id → grid number (1…n). */
  readonly assignment: ReadonlyMap<string, number>;
}
