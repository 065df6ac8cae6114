// Owns the shapes of the synthetic demo world: plain data that a seeder inserts later.
// Refuses behaviour, database types and anything about a real place or person.

/** `[longitude, latitude]`, EPSG:4326, 7 decimals. */
export type Position = readonly [number, number];
/** A closed ring: first position repeated at the end; exterior rings run counter-clockwise. */
export type Ring = readonly Position[];

/** One door; `door` = floor × 100 + position on the floor (1701 is floor 17, door 1). */
export interface WorldDwelling {
  readonly floor: number;
  readonly position: number;
  readonly door: number;
}

/** Stable key of an entrance, `building-entrance`: `9-2` is 9栋2单元. */
export type EntranceKey = `${number}-${number}`;

export interface WorldEntrance {
  readonly key: EntranceKey;
  readonly building: number;
  readonly entrance: number;
  readonly floors: number;
  /** The slice of the building's footprint that belongs to this entrance. */
  readonly ring: Ring;
  /** Where its door stands, on the slice's edge. */
  readonly doorAt: Position;
  readonly dwellings: readonly WorldDwelling[];
}

export interface WorldBuilding {
  readonly number: number;
  readonly name: string;
  readonly form: 'SLAB' | 'TOWER';
  readonly floors: number;
  readonly ring: Ring;
  readonly entrances: readonly WorldEntrance[];
}

export interface WorldFacility {
  readonly kind: 'SERVICE_CENTRE' | 'CANTEEN' | 'PROPERTY_OFFICE';
  readonly name: string;
  readonly ring: Ring;
}

export interface WorldGate {
  readonly name: string;
  readonly at: Position;
}

export interface WorldRoad {
  /** `null`: a road that carries no name on the sheet. */
  readonly name: string | null;
  readonly line: readonly Position[];
  readonly widthMetres: number;
}

export interface WorldTree {
  readonly at: Position;
  readonly crownMetres: number;
}

/** Everything the base map draws under the data. The wall is the outline with openings at the gates. */
export interface WorldBase {
  readonly outline: Ring;
  readonly courts: readonly Ring[];
  readonly lanes: readonly WorldRoad[];
  readonly wall: readonly (readonly Position[])[];
  readonly gates: readonly WorldGate[];
  readonly roads: readonly WorldRoad[];
  readonly trees: readonly WorldTree[];
}

export interface WorldLayout {
  readonly anchor: Position;
  readonly buildings: readonly WorldBuilding[];
  readonly facilities: readonly WorldFacility[];
  readonly base: WorldBase;
}

/** `NONE`: no regular visit. Only the level is kept; there is no reason behind it, not even an invented one. */
export type CareLevel = 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'NONE';

export interface WorldHousehold {
  readonly entrance: EntranceKey;
  readonly door: number;
  readonly contactName: string;
  readonly phone: string;
  readonly residents: number;
  readonly careLevel: CareLevel;
}

/** Grid number 1..15 of every entrance. */
export type Assignment = Readonly<Record<EntranceKey, number>>;

export interface WorldPlan {
  readonly name: string;
  readonly assignment: Assignment;
  /** Where facilities count as units of weight 0: the grid that holds all three. */
  readonly facilityGrid: number;
}

export interface WorldPlans {
  readonly earlier: WorldPlan;
  readonly inForce: WorldPlan;
  /** First local day of the plan in force; before it the earlier one holds. */
  readonly inForceSince: string;
}

/** How an entrance behaves over the weeks; shares are 0..1. */
export interface EntranceHabit {
  readonly key: EntranceKey;
  /** Weight among all entrances when a request arises; 0 never calls. */
  readonly requestWeight: number;
  /** Share of due weekly and monthly doors that are gone to. */
  readonly diligence: number;
  readonly dailyDiligence: number;
  /** Mean number of visits a day to doors without a care level. */
  readonly courtesyADay: number;
}

export interface World {
  readonly seed: number;
  readonly layout: WorldLayout;
  readonly households: readonly WorldHousehold[];
  readonly plans: WorldPlans;
  readonly habits: readonly EntranceHabit[];
}
