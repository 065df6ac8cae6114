// Owns turning GeoJSON text into a table: the shell round the geometries (collection, features, properties, crs).
// Refuses to look into geometries: see geometry-checks.ts.
import { fault, type FaultParams, type ImportFault, type ImportFaultCode } from './fault.ts';
import {
  emptyProperties,
  fieldsOf,
  MAX_RECORDS,
  type CellValue,
  type DeclaredCrs,
  type SourceRecord,
  type SourceTable,
} from './source-table.ts';
import { readTextFile } from './text-file.ts';

type Json = Readonly<Record<string, unknown>>;
type Report = (code: ImportFaultCode, path: string, params?: FaultParams) => void;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const geometryTypes = new Set([
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
]);

function cell(value: unknown): CellValue {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return JSON.stringify(value).slice(0, 2000);
}

function propertiesOf(value: unknown): Record<string, CellValue> {
  const properties = emptyProperties();
  if (isObject(value)) for (const [name, item] of Object.entries(value)) properties[name] = cell(item);
  return properties;
}

// RFC 7946, 7.1: a member that belongs to another type must not stand here with a new meaning.
function checkMembers(object: Json, forbidden: readonly string[], path: string, report: Report): void {
  for (const member of forbidden) if (Object.hasOwn(object, member)) report('MEMBER_NOT_ALLOWED', path, { member });
  const { bbox } = object;
  if (
    bbox !== undefined &&
    !(Array.isArray(bbox) && (bbox.length === 4 || bbox.length === 6) && bbox.every((item) => Number.isFinite(item)))
  ) {
    report('BBOX_INVALID', path ? `${path}.bbox` : 'bbox');
  }
}

const isId = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number';
const typeShown = (value: unknown): string => String(JSON.stringify(value)).slice(0, 40);

function checkFeature(feature: Json, path: string, report: Report): void {
  checkMembers(feature, ['features', 'coordinates', 'geometries'], path, report);
  const { id, properties, geometry } = feature;
  if (id !== undefined && !isId(id)) report('FEATURE_ID_INVALID', `${path}.id`);
  if (properties !== null && properties !== undefined && !isObject(properties)) {
    report('PROPERTIES_INVALID', `${path}.properties`);
  }
  if (geometry === undefined) report('GEOMETRY_MISSING', `${path}.geometry`);
}

function readFeature(value: unknown, path: string, report: Report): SourceRecord | null {
  if (!isObject(value)) return (report('FEATURE_INVALID', path), null);
  if (value.type !== 'Feature') {
    return (report('GEOJSON_TYPE_UNKNOWN', `${path}.type`, { type: typeShown(value.type) }), null);
  }
  checkFeature(value, path, report);
  const properties = propertiesOf(value.properties);
  if (isId(value.id) && !('id' in properties)) properties.id = value.id;
  // A geometry that is not there at all was reported above; null is a feature without a place.
  return { path, properties, geometry: value.geometry ?? null };
}

function readCollection(root: Json, report: Report): SourceRecord[] {
  checkMembers(root, ['coordinates', 'geometries', 'geometry', 'properties'], '', report);
  if (!Array.isArray(root.features)) return (report('FEATURES_NOT_ARRAY', 'features'), []);
  if (root.features.length > MAX_RECORDS) return (report('TOO_MANY_RECORDS', 'features', { max: MAX_RECORDS }), []);
  return root.features.flatMap((feature, index) => readFeature(feature, `features[${index}]`, report) ?? []);
}

function readRoot(root: unknown, report: Report): SourceRecord[] {
  if (!isObject(root))
    return (
      report('GEOJSON_TYPE_UNKNOWN', '', {
        type: root === null ? 'null' : Array.isArray(root) ? 'array' : typeof root,
      }),
      []
    );
  if (root.type === 'FeatureCollection') return readCollection(root, report);
  // One feature or one geometry is a collection of one; its path starts at the root.
  if (root.type === 'Feature') return [readFeature(root, 'feature', report)].filter((record) => record !== null);
  if (typeof root.type === 'string' && geometryTypes.has(root.type)) {
    checkMembers(root, ['geometry', 'properties', 'features'], '', report);
    return [{ path: 'geometry', geometry: root, properties: emptyProperties() }];
  }
  return (report('GEOJSON_TYPE_UNKNOWN', 'type', { type: typeShown(root.type) }), []);
}

// `"crs": null` says that none can be assumed, which is no declaration.
function declaredCrs(root: unknown): DeclaredCrs | null {
  if (!isObject(root) || root.crs === undefined || root.crs === null) return null;
  const properties = isObject(root.crs) ? root.crs.properties : null;
  const name = isObject(properties) ? (properties.name ?? properties.code ?? properties.href) : root.crs;
  return { from: 'CRS_MEMBER', text: (typeof name === 'string' ? name : JSON.stringify(name)).slice(0, 200) };
}

function noticeOf(root: unknown): string {
  if (!isObject(root)) return '';
  const said = [root._meta, root.attribution, root.copyright, root.licence, root.license, root.generator];
  return said
    .filter((value) => value !== undefined && value !== null)
    .map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))
    .join(' ')
    .slice(0, 1000);
}

function parse(text: string): { root: unknown } | { position: number } {
  try {
    return { root: JSON.parse(text) as unknown };
  } catch (error) {
    const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    return { position: position === undefined ? text.length : Number(position) };
  }
}

/** Reads a GeoJSON file: a FeatureCollection, a Feature or a geometry. Never throws. */
export function readGeojson(name: string, bytes: Uint8Array, encodingAnswer?: string): SourceTable {
  const file = readTextFile(name, bytes, encodingAnswer);
  const faults: ImportFault[] = [...file.faults];
  const encoding = file.encoding ? { encoding: file.encoding } : {};
  const empty: SourceTable = { name, kind: 'features', fields: [], records: [], faults, ...encoding };
  if (file.text === null) return empty;
  const parsed = parse(file.text);
  if ('position' in parsed) {
    faults.push(fault('JSON_INVALID', name, '', { position: parsed.position }));
    return empty;
  }
  const records = readRoot(parsed.root, (code, path, params) => void faults.push(fault(code, name, path, params)));
  const crs = declaredCrs(parsed.root);
  const notice = noticeOf(parsed.root);
  return {
    ...empty,
    records,
    fields: fieldsOf(records),
    ...(crs ? { crsDeclared: crs } : {}),
    ...(notice === '' ? {} : { notice }),
  };
}
