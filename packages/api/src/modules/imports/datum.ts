// Owns datums: what a file says, what is proposed, and the conversion to WGS 84. Refuses to apply a proposal by itself
// when the file says nothing: then `needsAnswer` is true and a person decides.
import gcoordModule from 'gcoord';
import { fault, type ImportFault } from './fault.ts';
import { mapPositions, type Bounds, type Geometry, type Position } from './geojson-shapes.ts';
import { crsOfEpsg, crsOfName, crsOfWkt, openProjection, type NamedCrs } from './projection.ts';
import type { DeclaredCrs } from './source-table.ts';

// CommonJS whose types speak of a default export that the module does not have.
const gcoord = gcoordModule as unknown as typeof gcoordModule.default;

export const DATUMS = ['WGS84', 'CGCS2000', 'GCJ02', 'BD09', 'PROJECTED'] as const;
export type Datum = (typeof DATUMS)[number];

/** A datum with, for PROJECTED, a definition that proj4 reads (WKT or proj string). */
export interface DatumChoice {
  readonly datum: Datum;
  readonly definition?: string;
}

export type DatumReason = 'PRJ' | 'CRS_MEMBER' | 'UNDECLARED_DEGREES' | 'UNDECLARED_METRES' | 'DECLARED_UNUSABLE';

/** What the file says, or what its figures suggest. `label` names a projection, for people. */
export interface DatumProposal {
  readonly choice: DatumChoice | null;
  readonly reason: DatumReason;
  readonly needsAnswer: boolean;
  readonly label: string;
  readonly faults: readonly ImportFault[];
}

// gcoord inverts by iteration already for GCJ-02, and in closed form, a few decimetres off, for BD-09: the steps below
// bring both to the same end, the point whose forward image is the one in the file.
function inverseOf(system: 'GCJ02' | 'BD09'): (position: Position) => Position {
  return ([x = NaN, y = NaN]) => {
    let [longitude, latitude] = gcoord.transform([x, y], gcoord[system], gcoord.WGS84) as [number, number];
    for (let step = 0; step < 3; step++) {
      const [imageX, imageY] = gcoord.transform([longitude, latitude], gcoord.WGS84, gcoord[system]) as [
        number,
        number,
      ];
      longitude += x - imageX;
      latitude += y - imageY;
    }
    return roundDegrees(longitude, latitude);
  };
}

// Eight decimals are a millimetre; more would only carry the noise of the conversion into hashes.
const roundDegrees = (longitude: number, latitude: number): Position => [
  Math.round(longitude * 1e8) / 1e8,
  Math.round(latitude * 1e8) / 1e8,
];

/**
 * The conversion of one position to WGS 84, or null when a projection is not understood. CGCS2000 is the identity:
 * the two frames differ by centimetres, less than any map of a community shows. Heights are dropped.
 */
export function positionConverter({ datum, definition }: DatumChoice): ((position: Position) => Position) | null {
  if (datum === 'WGS84' || datum === 'CGCS2000') return ([x = NaN, y = NaN]) => [x, y];
  if (datum === 'GCJ02' || datum === 'BD09') return inverseOf(datum);
  const project = definition === undefined ? null : openProjection(definition);
  return project && (([x = NaN, y = NaN]) => roundDegrees(...project(x, y)));
}

/** A geometry in WGS 84; null when the projection is not understood. Positions that do not fit it come out as NaN. */
export function toWgs84<G extends Geometry>(geometry: G, choice: DatumChoice): G | null {
  const convert = positionConverter(choice);
  return convert && mapPositions(geometry, convert);
}

/** True when all figures can be degrees. */
export const looksLikeDegrees = ([west, south, east, north]: Bounds): boolean =>
  west >= -180 && east <= 180 && south >= -90 && north <= 90;

// An easting with a zone number before it (38 500 000) names its meridian; without, nothing does.
function guessProjection([west, south, east]: Bounds): DatumChoice | null {
  const zone = Math.floor(west / 1_000_000);
  if (zone >= 25 && zone <= 45 && Math.floor(east / 1_000_000) === zone && south > 0) {
    const crs = crsOfEpsg(4513 + zone - 25);
    return declaredChoice(crs).choice;
  }
  return null;
}

function declaredChoice(crs: NamedCrs): { choice: DatumChoice | null; label: string } {
  if ('code' in crs) return { choice: null, label: '' };
  return crs.datum === 'PROJECTED'
    ? { choice: { datum: 'PROJECTED', definition: crs.definition }, label: crs.label }
    : { choice: { datum: crs.datum }, label: crs.datum };
}

/**
 * What a file's datum is, by its own words or, where it has none, by its figures. Nothing is applied here.
 * @param bounds of all positions as the file has them, or null when it has no geometry
 */
export function proposeDatum(file: string, declared: DeclaredCrs | undefined, bounds: Bounds | null): DatumProposal {
  if (declared) {
    const crs = declared.from === 'PRJ' ? crsOfWkt(declared.text) : crsOfName(declared.text);
    if ('code' in crs)
      return {
        choice: null,
        reason: 'DECLARED_UNUSABLE',
        needsAnswer: true,
        label: declared.text.slice(0, 80),
        faults: [fault(crs.code, file, '', crs.params)],
      };
    return { ...declaredChoice(crs), reason: declared.from, needsAnswer: false, faults: [] };
  }
  if (bounds && !looksLikeDegrees(bounds)) {
    return { choice: guessProjection(bounds), reason: 'UNDECLARED_METRES', needsAnswer: true, label: '', faults: [] };
  }
  return { choice: { datum: 'WGS84' }, reason: 'UNDECLARED_DEGREES', needsAnswer: true, label: 'WGS84', faults: [] };
}
