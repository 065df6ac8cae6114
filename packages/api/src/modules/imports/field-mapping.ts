// Owns which column means what, and what a table is about: proposed by names in Chinese and English, overridable.
// Refuses to read cells; a proposal is shown before anything is saved.
import { fault, type ImportFault } from './fault.ts';
import type { SourceField, SourceTable } from './source-table.ts';

export const DOMAIN_FIELDS = [
  'id',
  'name',
  'aliases',
  'number',
  'use',
  'floors',
  'building',
  'entrance',
  'dwellings',
  'households',
  'residents',
  'longitude',
  'latitude',
  'barrierKind',
] as const;
export type DomainField = (typeof DOMAIN_FIELDS)[number];
/** Column name by meaning; null = deliberately none. */
export type FieldMapping = Partial<Record<DomainField, string | null>>;

export const TABLE_ROLES = ['BUILDINGS', 'ENTRANCES', 'HOUSEHOLDS', 'BARRIERS', 'OUTLINE', 'IGNORED'] as const;
export type TableRole = (typeof TABLE_ROLES)[number];

// In order of preference. Names are compared without case, separators and the end that a .dbf cuts off.
const synonyms: Readonly<Record<DomainField, readonly string[]>> = {
  id: [
    'osm_id',
    'building_id',
    'buildingid',
    '楼栋编码',
    '楼栋编号',
    '建筑编码',
    '建筑编号',
    '标识码',
    'bsm',
    'id',
    'fid',
    'objectid',
    'gid',
  ],
  name: ['name', 'name:zh', '建筑名称', '楼栋名称', '楼名', '名称', 'building_name', 'mc', 'bldg_name'],
  aliases: ['alias', 'aliases', 'alt_name', 'old_name', '别名', '曾用名', '俗称'],
  number: ['dong_no', '楼栋号', '栋号', '楼号', '幢号', 'building_no', 'building_number', 'number', 'no'],
  use: ['use', 'building', 'usage', '用途', '建筑用途', '房屋用途', '类型', '建筑类型', 'building_type', 'type'],
  floors: ['building:levels', 'levels', 'floors', '层数', '楼层数', '地上层数', '总层数', 'storeys', 'levels_est'],
  building: [
    'building',
    '楼栋',
    '所属楼栋',
    '楼栋名称',
    '所在楼栋',
    'building_name',
    '楼栋号',
    '栋号',
    '楼号',
    'dong_no',
    'building_no',
    'name',
  ],
  entrance: ['entrance', '单元', '单元号', '单元编号', '单元名称', 'unit', 'unit_no', 'entrance_no', '门洞', '楼门'],
  dwellings: [
    'dwellings',
    '套数',
    '总套数',
    '房屋套数',
    '住宅套数',
    '房屋数',
    '房间数',
    'flats',
    'apartments',
    'building:flats',
  ],
  households: ['households', '户数', '总户数', '住户数', '家庭户数', '居民户数', '常住户数', 'hushu'],
  residents: [
    'residents',
    '人数',
    '人口',
    '人口数',
    '居民人数',
    '常住人口',
    '总人口',
    '常住人口数',
    '总人数',
    'population',
  ],
  longitude: ['longitude', 'lon', 'lng', 'long', '经度', 'x', 'jd'],
  latitude: ['latitude', 'lat', '纬度', 'y', 'wd'],
  barrierKind: [
    'kind_detail',
    'kind',
    'highway',
    'railway',
    'waterway',
    'barrier',
    'class',
    'type',
    '类型',
    '道路等级',
    '等级',
    'fclass',
  ],
};

const bare = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-:.()]+/g, '');

const DBF_NAME_BYTES = 10;

// households_synthetic and 户数(2025) still mean households; HOUSEHOLDS cut at ten bytes is a beginning of the word.
function fits(field: string, synonym: string): boolean {
  const [name, word] = [bare(field), bare(synonym)];
  if (name === word) return true;
  const isHan = /\p{Script=Han}/u.test(word);
  if (word.startsWith(name)) return isHan ? name.length >= 3 : field.length === DBF_NAME_BYTES;
  return isHan ? word.length >= 2 && name.startsWith(word) : word.length >= 8 && name.startsWith(word);
}

function proposeField(fields: readonly SourceField[], words: readonly string[]): string | null {
  const exact = words.map((word) => fields.find(({ name }) => bare(name) === bare(word))).find(Boolean);
  return (exact ?? words.map((word) => fields.find(({ name }) => fits(name, word))).find(Boolean))?.name ?? null;
}

/** The proposed mapping. A column is used for one meaning only, save that id, number and name may also name a building. */
function proposeMapping(fields: readonly SourceField[]): FieldMapping {
  const mapping: FieldMapping = {};
  for (const field of DOMAIN_FIELDS) {
    const column = proposeField(fields, synonyms[field]);
    if (column !== null) mapping[field] = column;
  }
  return mapping;
}

const outlineName = /边界|范围|boundary|outline|社区界|limits/i;
const barrierName = /道路|路网|围墙|河流|铁路|road|street|barrier|wall|rail|water/i;

function shareOfType(table: SourceTable, pattern: RegExp): number {
  const typed = table.records.filter(
    ({ geometry }) => typeof geometry === 'object' && geometry !== null && 'type' in geometry,
  );
  return typed.length === 0
    ? 0
    : typed.filter(({ geometry }) => pattern.test(String((geometry as { type: unknown }).type))).length / typed.length;
}

function roleOfRows(mapping: FieldMapping): TableRole | null {
  if (mapping.entrance) return 'ENTRANCES';
  return mapping.households || mapping.dwellings || mapping.residents ? 'HOUSEHOLDS' : null;
}

/** What a table seems to hold, by geometry types, file name and columns; null when a person has to say. */
export function proposeRole(table: SourceTable, mapping: FieldMapping): TableRole | null {
  if (table.kind === 'rows') return roleOfRows(mapping);
  if (shareOfType(table, /LineString$/) > 0.5) return 'BARRIERS';
  if (shareOfType(table, /Point$/) > 0.5) return mapping.entrance || mapping.building ? 'ENTRANCES' : null;
  if (shareOfType(table, /Polygon$/) <= 0.5) return null;
  if (outlineName.test(table.name)) return 'OUTLINE';
  return barrierName.test(table.name) ? 'BARRIERS' : 'BUILDINGS';
}

/** The columns a role cannot do without; empty when the mapping is enough. */
export function missingFields(role: TableRole, mapping: FieldMapping): DomainField[] {
  if (role === 'HOUSEHOLDS') {
    const missing: DomainField[] = [];
    if (!mapping.building && !mapping.id) missing.push('building');
    if (!mapping.households && !mapping.dwellings) missing.push('households');
    return missing;
  }
  if (role !== 'ENTRANCES') return [];
  return [
    ...(mapping.building || mapping.id ? [] : ['building' as const]),
    ...(mapping.entrance ? [] : ['entrance' as const]),
  ];
}

/** The proposal with a person's changes on top, and faults for columns that are not there. */
export function applyMapping(
  table: SourceTable,
  answered: FieldMapping | undefined,
): { mapping: FieldMapping; faults: ImportFault[] } {
  const mapping: FieldMapping = { ...proposeMapping(table.fields), ...answered };
  const known = new Set(table.fields.map(({ name }) => name));
  const faults = Object.values(answered ?? {})
    .filter((column): column is string => typeof column === 'string' && !known.has(column))
    .map((column) => fault('MAPPING_FIELD_UNKNOWN', table.name, '', { field: column.slice(0, 80) }));
  return { mapping, faults };
}
