// Owns the preview as the contract shows it: sentences in the viewer's language, sample rows, shapes for the map.
// Pure. Refuses to hide: where a list is cut, its full count stands beside it, and errors come before warnings.
import { errorText, type Language } from '@qinghe/schema';
import type { BuildingDraft } from './drafts.ts';
import type { ImportFault } from './fault.ts';
import { mapPositions, type Position } from './geojson-shapes.ts';
import type { Seen } from './preview.service.ts';
import { datumReason, encodingReason } from './preview-reasons.ts';
import type { ImportPreview, PreviewShape, TablePreview } from './preview.ts';

const MAX_FAULTS = 500;
const MAX_FIELDS = 40;

export function previewView({ preview, fingerprint, outline, outlineProposed }: Seen, language: Language): object {
  const { counts, faults } = preview;
  const ordered = [...faults.filter(isError), ...faults.filter((each) => !isError(each))];
  return {
    fingerprint,
    needs: preview.needs,
    ...datumView(preview.tables, language),
    tables: preview.tables.map((table) => tableView(table, language)),
    shapes: { type: 'FeatureCollection', features: shapeFeatures(preview) },
    shapesLeftOut: preview.shapesLeftOut,
    outline: outline && rounded(outline),
    outlineProposed,
    buildings: counts.buildings,
    entrances: counts.entrances,
    households: counts.households,
    attribution: preview.attribution,
    faults: ordered.slice(0, MAX_FAULTS).map((each) => faultView(each, language)),
    faultCount: faults.length,
    ready: preview.ready,
  };
}

const isError = ({ severity }: ImportFault) => severity === 'ERROR';

/** `path` names the file and the place in it. */
function faultView({ code, severity, file, path, params }: ImportFault, language: Language): object {
  return { code, severity, path: [file, path].filter(Boolean).join(' '), message: errorText(code, language, params) };
}

// The table that needs an answer speaks first; one that declares its datum only when no other has a question.
function datumView(tables: readonly TablePreview[], language: Language): object {
  const placed = tables.flatMap(({ datum, needs }) => (datum ? [{ ...datum, asks: needs.includes('DATUM') }] : []));
  const spoken = placed.find(({ asks }) => asks) ?? placed[0];
  return {
    datumProposed: spoken?.proposal.choice?.datum ?? null,
    datumReason: spoken ? datumReason(spoken.proposal, spoken.provisional, language) : null,
  };
}

function tableView(
  { name, role, fields, recordCount, sampleRows, encoding, mapping, needs }: TablePreview,
  language: Language,
): object {
  const names = fields.slice(0, MAX_FIELDS).map((field) => field.name);
  return {
    name,
    role: role === 'IGNORED' ? null : role,
    count: recordCount,
    fields: names,
    sample: sampleRows.map((row) => names.map((field) => String(row[field] ?? ''))),
    encoding: encoding?.detected ?? null,
    encodingReason: encoding ? encodingReason(encoding, language) : null,
    mapping: JSON.stringify(mapping),
    needs,
  };
}

/** Numbered from 1; a footprint carries the number and name that were read for its building. */
function shapeFeatures({ shapes, drafts, tables }: ImportPreview): object[] {
  const buildings = new Map(
    drafts.buildings.flatMap((draft) => draft.sourcePaths.map((path) => [path, draft] as const)),
  );
  // Paths are unique in a file only: with several files of buildings they do not tell whose name it is.
  const named = tables.filter(({ role }) => role === 'BUILDINGS').length === 1;
  return shapes.features.map((shape, index) => ({
    type: 'Feature',
    id: index + 1,
    geometry: rounded(shape.geometry),
    properties: { ...shape.properties, ...buildingOf(shape, named ? buildings : new Map()) },
  }));
}

function buildingOf(
  { properties: { role, path } }: PreviewShape,
  buildings: ReadonlyMap<string, BuildingDraft>,
): object {
  const draft = role === 'BUILDINGS' ? buildings.get(path) : undefined;
  return draft ? { number: draft.number, name: draft.name, kind: draft.kind } : {};
}

function rounded(geometry: PreviewShape['geometry']): PreviewShape['geometry'] {
  return mapPositions(geometry, (position): Position =>
    position.slice(0, 2).map((degrees) => Math.round(degrees * 1e7) / 1e7),
  );
}
