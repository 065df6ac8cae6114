// Owns what the sheet of a plan is drawn from. Refuses names of residents and doors; workers and reviewers sign it, so theirs
// are here.
import type { MapGeometry } from '#map/index';

/** A row of the table. */
export interface PlanSheetRow {
  readonly grid: string;
  readonly households: number;
  /** Against the plan it was branched from. */
  readonly change: number;
  readonly minutesPerWeek: number;
  readonly dailyCareDoors: number;
  /** Of 0 to 5. */
  readonly tint: number;
  readonly locked: boolean;
}

/** A unit that has another grid than before. */
export interface PlanSheetMove {
  readonly mapId: number;
  /** 3栋3单元 */
  readonly name: string;
  readonly point: readonly [number, number];
  readonly from: string;
  readonly to: string;
  readonly households: number;
}

/** Who is to sign, and who has decided already. */
export interface PlanSignature {
  readonly role: 'drafted' | 'community' | 'street' | 'district';
  readonly by: string | null;
  /** Instant, ISO 8601. */
  readonly at: string | null;
}

/** Everything on the sheet of a plan. */
export interface PlanSheet {
  readonly title: string;
  readonly planName: string;
  readonly version: number;
  /** Instant, ISO 8601. */
  readonly savedAt: string;
  /** Instant it comes, or came, in force; null before activation. */
  readonly effectiveFrom: string | null;
  readonly inForce: boolean;
  readonly synthetic: boolean;
  readonly attribution: string | null;
  /** Grids are those of the plan. */
  readonly geometry: MapGeometry;
  /** Borders in force that the plan no longer has. */
  readonly before: GeoJSON.MultiLineString;
  readonly rows: readonly PlanSheetRow[];
  readonly moves: readonly PlanSheetMove[];
  readonly cv: readonly [now: number, plan: number];
  readonly movedHouseholds: number;
  readonly signatures: readonly PlanSignature[];
  readonly link: string;
}
