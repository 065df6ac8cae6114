// Owns one table's way through the dry run: read, mapped, given its role and datum, placed. Refuses to look at other tables.
import { attributionOf } from './attribution.ts';
import { readCsv } from './csv.reader.ts';
import type { DatumProposal } from './datum.ts';
import type { EncodingFinding } from './encoding.ts';
import type { ImportFault } from './fault.ts';
import { applyMapping, missingFields, proposeRole, type FieldMapping, type TableRole } from './field-mapping.ts';
import { readGeojson } from './geojson.reader.ts';
import { datumInUse, locate, rawBounds, withPoints, type DatumAnswer, type DatumInUse } from './locate.ts';
import { readShapefile } from './shapefile.reader.ts';
import type { SourceFile } from './source-files.ts';
import type { CellValue, LocatedRecord, SourceField, SourceTable } from './source-table.ts';

/** Answers for one table (by its name) win over the answers for all. */
export interface TableAnswer {
  readonly role?: TableRole;
  readonly datum?: DatumAnswer;
  readonly encoding?: string;
  readonly fields?: FieldMapping;
}

export interface ImportAnswers {
  readonly datum?: DatumAnswer;
  readonly encoding?: string;
  readonly mapping?: Readonly<Record<string, TableAnswer>>;
}

export type ImportNeed = 'DATUM' | 'ENCODING' | 'MAPPING';

export interface TablePreview {
  readonly name: string;
  readonly kind: SourceTable['kind'];
  readonly role: TableRole | null;
  readonly mapping: FieldMapping;
  readonly fields: readonly SourceField[];
  readonly recordCount: number;
  /** Decoded rows, at most ten. */
  readonly sampleRows: readonly Readonly<Record<string, CellValue>>[];
  readonly encoding: EncodingFinding | null;
  readonly datum: { readonly proposal: DatumProposal; readonly provisional: boolean } | null;
  /** Whom the map has to name when this table is imported. */
  readonly attribution: string | null;
  readonly needs: readonly ImportNeed[];
}

const SAMPLE_ROWS = 10;

async function readSource(source: SourceFile, answers: ImportAnswers): Promise<SourceTable> {
  const encoding = answers.mapping?.[source.name]?.encoding ?? answers.encoding;
  if (source.kind === 'shapefile') return readShapefile(source.name, source.parts, encoding);
  return source.kind === 'json'
    ? readGeojson(source.name, source.bytes, encoding)
    : readCsv(source.name, source.bytes, encoding);
}

/** A table ready for interpretation, with what people must see of it. */
export interface PreparedTable {
  readonly preview: TablePreview;
  readonly records: readonly LocatedRecord[];
  readonly faults: readonly ImportFault[];
}

function roleOf(
  table: SourceTable,
  mapping: FieldMapping,
  answer: TableAnswer | undefined,
): { role: TableRole | null; asks: boolean } {
  // A table that could not be read has its fault; asking what it means as well would be noise.
  if (table.records.length === 0) return { role: answer?.role ?? 'IGNORED', asks: false };
  const role = answer?.role ?? proposeRole(table, mapping);
  return { role, asks: role === null || missingFields(role, mapping).length > 0 };
}

function needsOf(source: SourceTable, datum: DatumInUse | null, asksMapping: boolean): ImportNeed[] {
  const needs: ImportNeed[] = [];
  if (datum && (datum.provisional || datum.choice === null)) needs.push('DATUM');
  if (source.encoding && !source.encoding.certain) needs.push('ENCODING');
  if (asksMapping) needs.push('MAPPING');
  return needs;
}

interface Placed {
  readonly records: readonly LocatedRecord[];
  readonly faults: readonly ImportFault[];
  readonly datum: DatumInUse | null;
}

function placeTable(source: SourceTable, role: TableRole | null, mapping: FieldMapping, answer?: DatumAnswer): Placed {
  if (role === null || role === 'IGNORED') return { records: [], faults: [], datum: null };
  const table = role === 'ENTRANCES' ? withPoints(source, mapping) : source;
  const bounds = rawBounds(table);
  if (!bounds) return { ...locate(table, role, { datum: 'WGS84' }, null), datum: null };
  const datum = datumInUse(table, bounds, answer);
  const { records, faults } = locate(table, role, datum.choice, bounds);
  return { records, faults: [...datum.faults, ...faults], datum };
}

/** Reads and places one source. Never rejects. */
export async function prepareTable(file: SourceFile, answers: ImportAnswers): Promise<PreparedTable> {
  const source = await readSource(file, answers);
  const answer = answers.mapping?.[source.name];
  const { mapping, faults: mappingFaults } = applyMapping(source, answer?.fields);
  const { role, asks } = roleOf(source, mapping, answer);
  const { records, faults, datum } = placeTable(source, role, mapping, answer?.datum ?? answers.datum);
  const preview: TablePreview = {
    name: source.name,
    kind: source.kind,
    role,
    mapping,
    fields: source.fields,
    recordCount: source.records.length,
    sampleRows: source.records.slice(0, SAMPLE_ROWS).map(({ properties }) => ({ ...properties })),
    encoding: source.encoding ?? null,
    datum: datum && { proposal: datum.proposal, provisional: datum.provisional },
    attribution: attributionOf(source),
    needs: needsOf(source, datum, asks),
  };
  return { preview, records, faults: [...source.faults, ...mappingFaults, ...faults] };
}
