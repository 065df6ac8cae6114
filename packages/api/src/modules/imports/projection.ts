// Owns what a .prj or an EPSG number means here, and the way from it to longitude and latitude. Refuses datums whose shift
// to WGS 84 is not public (Beijing 1954, Xian 1980): proj4 would leave it out without a word, up to 100 m.
import proj4 from 'proj4';
import type { FaultParams, ImportFaultCode } from './fault.ts';

/** A declared system: geographic on one of the two datums, or projected with a definition for proj4. */
export type NamedCrs =
  | { readonly datum: 'WGS84' | 'CGCS2000' }
  | { readonly datum: 'PROJECTED'; readonly definition: string; readonly label: string }
  | { readonly code: ImportFaultCode; readonly params: FaultParams };

const transverse = (meridian: number, falseEasting: number) =>
  `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=${falseEasting} +y_0=0 +ellps=GRS80 +units=m +no_defs`;

// EPSG's blocks for CGCS2000: [first code, last code, meridian of the first, step, zone number put before the easting?]
const cgcs2000Blocks = [
  [4491, 4501, 75, 6, 13],
  [4502, 4512, 75, 6, null],
  [4513, 4533, 75, 3, 25],
  [4534, 4554, 75, 3, null],
] as const;

function cgcs2000Definition(epsg: number): string | null {
  for (const [first, last, meridian, step, zone] of cgcs2000Blocks) {
    if (epsg < first || epsg > last) continue;
    const index = epsg - first;
    return transverse(meridian + index * step, 500_000 + (zone === null ? 0 : (zone + index) * 1_000_000));
  }
  return null;
}

/** The system of an EPSG number: 4326, 4490, 3857, CGCS2000 3° and 6° Gauss-Kruger (4491 to 4554), UTM on WGS 84. */
export function crsOfEpsg(epsg: number): NamedCrs {
  if (epsg === 4326) return { datum: 'WGS84' };
  if (epsg === 4490) return { datum: 'CGCS2000' };
  const label = `EPSG:${epsg}`;
  const definition = cgcs2000Definition(epsg);
  if (definition) return { datum: 'PROJECTED', definition, label };
  if (epsg === 3857) return { datum: 'PROJECTED', definition: 'EPSG:3857', label };
  const zone = epsg % 100;
  const isUtm = (epsg > 32600 && epsg <= 32660) || (epsg > 32700 && epsg <= 32760);
  if (isUtm)
    return {
      datum: 'PROJECTED',
      definition: `+proj=utm +zone=${zone} ${epsg > 32700 ? '+south ' : ''}+datum=WGS84 +units=m +no_defs`,
      label,
    };
  return { code: 'CRS_UNKNOWN', params: { crs: label } };
}

/** The system that a `crs` member names: `urn:ogc:def:crs:EPSG::4547`, `EPSG:4547`, `…:OGC:1.3:CRS84`. */
export function crsOfName(name: string): NamedCrs {
  if (/(^|[:/])CRS84$/i.test(name)) return { datum: 'WGS84' };
  const epsg = /EPSG(?::|\/)(?:[\d.]*(?::|\/))?(\d{4,6})$/i.exec(name)?.[1];
  return epsg ? crsOfEpsg(Number(epsg)) : { code: 'CRS_UNKNOWN', params: { crs: name.slice(0, 80) } };
}

function datumOfWkt(wkt: string): { datum: 'WGS84' | 'CGCS2000' } | { unsupported: string } {
  const name = /DATUM\s*\[\s*"([^"]+)"/i.exec(wkt)?.[1] ?? '';
  const bare = name.replace(/[\s_-]+/g, '').toLowerCase();
  if (/china2000|cgcs2000|chinageodeticcoordinatesystem2000|china2000/.test(bare)) return { datum: 'CGCS2000' };
  if (/wgs(19)?84|worldgeodeticsystem(of)?1984/.test(bare)) return { datum: 'WGS84' };
  return { unsupported: name.slice(0, 80) || '?' };
}

/** The system of a .prj: OGC or ESRI WKT 1. */
export function crsOfWkt(wkt: string): NamedCrs {
  const isProjected = /^\s*(PROJCS|PROJCRS|PROJECTEDCRS)\s*\[/i.test(wkt);
  const isGeographic = /^\s*(GEOGCS|GEOGCRS|GEODCRS|GEODETICCRS)\s*\[/i.test(wkt);
  if (!isProjected && !isGeographic) return { code: 'PROJECTION_UNKNOWN', params: {} };
  const datum = datumOfWkt(wkt.replace(/TRF\s*\[/gi, 'DATUM['));
  if ('unsupported' in datum) return { code: 'PROJECTION_DATUM_UNSUPPORTED', params: { datum: datum.unsupported } };
  if (isGeographic) return datum;
  const label = /^\s*\w+\s*\[\s*"([^"]+)"/.exec(wkt)?.[1]?.slice(0, 80) ?? 'PROJCS';
  return openProjection(wkt)
    ? { datum: 'PROJECTED', definition: wkt, label }
    : { code: 'PROJECTION_UNKNOWN', params: {} };
}

/** From metres to longitude and latitude; null when proj4 does not understand the definition. Results may be NaN. */
export function openProjection(definition: string): ((x: number, y: number) => [number, number]) | null {
  try {
    const { forward } = proj4(definition, 'EPSG:4326');
    return (x, y) => {
      try {
        const [longitude, latitude] = forward([x, y]);
        return [longitude ?? NaN, latitude ?? NaN];
      } catch {
        return [NaN, NaN]; // proj4 throws on non-finite and far-away points
      }
    };
  } catch {
    return null;
  }
}
