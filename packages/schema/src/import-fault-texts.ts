// Owns the codes an import can answer with, and their sentences in Chinese and English.
// Refuses to decide severity or to know formats: that is the api's import module. {name} marks a parameter.

import type { Text } from './text.ts';

const fileTexts = {
  FILE_EMPTY: { zh: '文件是空的,请重新导出后再上传。', en: 'The file is empty. Export it again, then upload it.' },
  FILE_TOO_LARGE: {
    zh: '文件超过 {maxMebibytes} MB,请按片区拆分后再导入。',
    en: 'The file is over {maxMebibytes} MB. Split it by area and import the parts.',
  },
  FILE_KIND_UNKNOWN: {
    zh: '无法识别文件格式,请使用 GeoJSON、打包的 Shapefile(zip)或 CSV。',
    en: 'The format is not recognised. Use GeoJSON, a zipped shapefile or CSV.',
  },
  SPREADSHEET_NOT_SUPPORTED: {
    zh: '暂不支持 Excel 文件,请在 Excel 中另存为 CSV。',
    en: 'Excel files are not read. Save the sheet as CSV.',
  },
  ZIP_UNREADABLE: {
    zh: '压缩包已损坏或加密,请重新打包为普通 zip。',
    en: 'The archive is damaged or encrypted. Pack it again as a plain zip.',
  },
  ZIP_PATH_UNSAFE: {
    zh: '压缩包内的路径“{name}”不安全,请只打包数据文件。',
    en: 'The archive holds an unsafe path "{name}". Pack only the data files.',
  },
  ZIP_NESTED: {
    zh: '压缩包内还有压缩包“{name}”,请解开后再打包。',
    en: 'The archive holds another archive "{name}". Unpack that first.',
  },
  ZIP_TOO_MANY_ENTRIES: {
    zh: '压缩包内的文件超过 {max} 个,请只打包数据文件。',
    en: 'The archive holds more than {max} files. Pack only the data files.',
  },
  ZIP_TOO_LARGE: {
    zh: '解压后超过 {maxMebibytes} MB,请拆分后再导入。',
    en: 'Unpacked, the archive is over {maxMebibytes} MB. Split it.',
  },
  ZIP_RATIO: {
    zh: '“{name}”的压缩比超过 {max}:1,已拒绝解压。',
    en: '"{name}" is compressed more than {max}:1 and was not unpacked.',
  },
  ZIP_DUPLICATE_ENTRY: {
    zh: '压缩包内有两个同名文件“{name}”,请删去一个。',
    en: 'The archive holds two files named "{name}". Remove one.',
  },
  SHAPEFILE_PART_MISSING: {
    zh: 'Shapefile 缺少 .{part} 文件,请一并打包。',
    en: 'The shapefile lacks its .{part} file. Pack it too.',
  },
  SHAPEFILE_DAMAGED: {
    zh: 'Shapefile 在第 {offset} 字节处损坏,请重新导出。',
    en: 'The shapefile is damaged at byte {offset}. Export it again.',
  },
  SHAPEFILE_COUNT_DIFFERS: {
    zh: '图形有 {shapes} 个,属性有 {rows} 行,两者不一致,请重新导出。',
    en: 'There are {shapes} shapes but {rows} rows. Export the shapefile again.',
  },
  DBF_DAMAGED: { zh: '属性表(.dbf)已损坏,请重新导出。', en: 'The attribute table (.dbf) is damaged. Export it again.' },
  FIELD_DUPLICATE: {
    zh: '字段“{field}”出现多次,后面的一列改称“{renamed}”,请核对字段对应。',
    en: 'The field "{field}" occurs more than once; the later one is called "{renamed}" here. Check the field mapping.',
  },
  TOO_MANY_RECORDS: {
    zh: '记录超过 {max} 条,请按片区拆分。',
    en: 'There are more than {max} records. Split the file by area.',
  },
  ENCODING_UNSUPPORTED: {
    zh: '不支持文字编码 {encoding},请另存为 UTF-8 或 GB18030。',
    en: 'The text encoding {encoding} is not read. Save as UTF-8 or GB18030.',
  },
  ENCODING_DECLARED_WRONG: {
    zh: '文件自称 {declared} 编码,按此读取有 {invalid} 处乱码;已按 {detected} 读取,请核对样例。',
    en: 'The file claims {declared}, which leaves {invalid} unreadable places; it was read as {detected}. Check the samples.',
  },
  ENCODING_UNCERTAIN: {
    zh: '文字编码无法确定,暂按 {detected} 读取,请核对样例并选择编码。',
    en: 'The text encoding is not certain; {detected} is used for now. Check the samples and choose one.',
  },
  TEXT_UNDECODABLE: {
    zh: '按 {encoding} 读取有 {count} 处无法解码,请换一种编码。',
    en: '{count} places cannot be read as {encoding}. Choose another encoding.',
  },
  TEXT_NOT_ALLOWED: {
    zh: '“{field}”含有控制字符或不可见字符,请删除。',
    en: '"{field}" holds control or invisible characters. Remove them.',
  },
  TEXT_TOO_LONG: {
    zh: '“{field}”超过 {max} 个字符,请缩短。',
    en: '"{field}" is longer than {max} characters. Shorten it.',
  },
  JSON_INVALID: {
    zh: '不是有效的 JSON(第 {position} 个字符附近),请重新导出。',
    en: 'This is not valid JSON (near character {position}). Export it again.',
  },
  CSV_INVALID: {
    zh: 'CSV 第 {line} 行无法读取(引号未配对?),请修改该行。',
    en: 'Line {line} of the CSV cannot be read (unbalanced quotes?). Correct that line.',
  },
  CSV_COLUMN_COUNT: {
    zh: '该行有 {found} 列,表头有 {expected} 列,请补齐或删去多余的列。',
    en: 'The row has {found} columns, the header {expected}. Make them equal.',
  },
  CSV_NO_ROWS: { zh: 'CSV 没有数据行,请检查文件。', en: 'The CSV holds no rows. Check the file.' },
} satisfies Record<string, Text>;

const geojsonTexts = {
  GEOJSON_TYPE_UNKNOWN: { zh: '不认识的 GeoJSON 类型“{type}”。', en: 'Unknown GeoJSON type "{type}".' },
  FEATURE_INVALID: { zh: '不是有效的要素(Feature)。', en: 'This is not a valid Feature.' },
  FEATURES_NOT_ARRAY: { zh: 'features 必须是数组。', en: 'features must be an array.' },
  FEATURE_ID_INVALID: { zh: '要素的 id 必须是文字或数字。', en: 'The id of a feature must be text or a number.' },
  PROPERTIES_INVALID: { zh: 'properties 必须是对象或 null。', en: 'properties must be an object or null.' },
  MEMBER_NOT_ALLOWED: { zh: '此处不允许出现成员“{member}”。', en: 'The member "{member}" is not allowed here.' },
  BBOX_INVALID: { zh: 'bbox 必须是 4 个或 6 个数字。', en: 'bbox must be 4 or 6 numbers.' },
  CRS_NOT_ALLOWED: {
    zh: '几何对象不能带 crs,请使用 WGS 84 经纬度。',
    en: 'A geometry may not carry a crs. Use WGS 84 longitude and latitude.',
  },
  CRS_UNKNOWN: {
    zh: '不认识坐标系“{crs}”,请选择坐标基准。',
    en: 'The coordinate system "{crs}" is unknown. Choose the datum.',
  },
  PROJECTION_UNKNOWN: {
    zh: '.prj 描述的投影无法识别,请改用 CGCS2000 或 WGS 84 导出。',
    en: 'The projection in the .prj is not understood. Export in CGCS2000 or WGS 84.',
  },
  PROJECTION_DATUM_UNSUPPORTED: {
    zh: '大地基准“{datum}”没有公开的转换参数,请先转换为 CGCS2000。',
    en: 'The geodetic datum "{datum}" has no public conversion. Convert to CGCS2000 first.',
  },
  PROJECTION_FAILED: {
    zh: '坐标无法按所选投影换算,请检查坐标顺序和带号。',
    en: 'The coordinates do not fit the chosen projection. Check axis order and zone.',
  },
  PROJECTION_MISSING: {
    zh: '选择了投影坐标,但没有 .prj 也没有 EPSG 编号,请提供其一。',
    en: 'Projected coordinates need a .prj or an EPSG number. Give one.',
  },
  DATUM_CONTRADICTS_FILE: {
    zh: '文件声明的坐标基准是 {declared},您选择了 {answered};将按您的选择换算,请核对地图。',
    en: 'The file says {declared}, you chose {answered}; your choice is used. Check the map.',
  },
  DATUM_NOT_PLAUSIBLE: {
    zh: '坐标值不是经纬度,与所选基准 {datum} 不符,请选择投影坐标。',
    en: 'The coordinates are not degrees, so {datum} cannot be right. Choose a projected system.',
  },
} satisfies Record<string, Text>;

const geometryTexts = {
  GEOMETRY_MISSING: { zh: '没有几何图形,请补绘。', en: 'There is no geometry. Draw it.' },
  GEOMETRY_INVALID: { zh: '不是有效的几何对象。', en: 'This is not a valid geometry.' },
  GEOMETRY_TYPE: {
    zh: '几何类型应为 {expected},实际为 {found}。',
    en: 'The geometry should be {expected}, it is {found}.',
  },
  GEOMETRY_IS_FEATURE: {
    zh: '这里需要几何对象,而不是 Feature,请取其 geometry。',
    en: 'A geometry is needed here, not a Feature. Use its geometry member.',
  },
  GEOMETRY_EMPTY: { zh: '几何图形是空的,请补绘。', en: 'The geometry is empty. Draw it.' },
  GEOMETRY_COLLECTION_NESTED: {
    zh: '几何集合不能嵌套,请拆开。',
    en: 'Geometry collections may not be nested. Split them.',
  },
  COORDINATES_INVALID: { zh: '坐标数组的层级不对。', en: 'The coordinate array has the wrong depth.' },
  COORDINATE_NOT_NUMBER: { zh: '坐标必须是数字,不能是文字。', en: 'A coordinate must be a number, not text.' },
  COORDINATE_NOT_FINITE: { zh: '坐标必须是有限的数字。', en: 'A coordinate must be a finite number.' },
  COORDINATE_OUT_OF_RANGE: {
    zh: '坐标超出经纬度范围(经度 ±180,纬度 ±90)。',
    en: 'The coordinate is out of range (longitude ±180, latitude ±90).',
  },
  COORDINATES_SWAPPED: {
    zh: '经度和纬度似乎写反了,请按“经度, 纬度”的顺序。',
    en: 'Longitude and latitude seem swapped. Write longitude first.',
  },
  POSITION_LENGTH: {
    zh: '坐标点应有 2 或 3 个数,实际有 {found} 个。',
    en: 'A position has 2 or 3 numbers, this one has {found}.',
  },
  HEIGHT_DROPPED: {
    zh: '{count} 个坐标点带有高程,高程不保存。',
    en: '{count} positions carry a height, which is not kept.',
  },
  LINE_TOO_SHORT: {
    zh: '线至少需要 2 个点,实际有 {found} 个。',
    en: 'A line needs at least 2 positions, it has {found}.',
  },
  RING_TOO_SHORT: {
    zh: '环至少需要 4 个点,实际有 {found} 个。',
    en: 'A ring needs at least 4 positions, it has {found}.',
  },
  RING_NOT_CLOSED: {
    zh: '环没有闭合:首尾两点应相同。',
    en: 'The ring is not closed: its first and last positions must be equal.',
  },
  DUPLICATE_POINT: {
    zh: '有 {count} 处相邻两点重复,原样保留。',
    en: '{count} neighbouring positions are equal; they are kept.',
  },
  SPIKE: {
    zh: '边界在此处原路折回(尖刺),请删去该点。',
    en: 'The boundary doubles back here (a spike). Remove the position.',
  },
  SELF_INTERSECTION: {
    zh: '边界在 {lon}, {lat} 处自相交,请修改。',
    en: 'The boundary crosses itself at {lon}, {lat}. Correct it.',
  },
  RINGS_CROSS: {
    zh: '两条环在 {lon}, {lat} 处相交或重叠,请修改。',
    en: 'Two rings cross or overlap at {lon}, {lat}. Correct them.',
  },
  HOLE_OUTSIDE_SHELL: { zh: '内环不在外环之内,请修改。', en: 'The hole lies outside its shell. Correct it.' },
  INTERIOR_DISCONNECTED: {
    zh: '内环在 {lon}, {lat} 处把面切成了不相连的几块,请拆成多个面。',
    en: 'Rings that touch at {lon}, {lat} cut the polygon into pieces. Make them parts of a multipolygon.',
  },
  PARTS_OVERLAP: { zh: '多面的两个部分重叠,请修改。', en: 'Two parts of the multipolygon overlap. Correct them.' },
  ZERO_AREA: {
    zh: '面积为 {areaSquareMetres} 平方米,不是有效的面。',
    en: 'The area is {areaSquareMetres} m², which is no polygon.',
  },
  CROSSES_ANTIMERIDIAN: {
    zh: '图形跨越 180 度经线或到达极点,不支持。',
    en: 'The shape crosses the antimeridian or reaches a pole, which is not supported.',
  },
  TOO_MANY_VERTICES: {
    zh: '顶点有 {found} 个,超过 {max} 个,请先简化。',
    en: 'There are {found} vertices, more than {max}. Simplify first.',
  },
} satisfies Record<string, Text>;

const domainTexts = {
  MAPPING_FIELD_UNKNOWN: {
    zh: '所选字段“{field}”不在文件中,请重新选择。',
    en: 'The chosen field "{field}" is not in the file. Choose again.',
  },
  MAPPING_TABLE_UNKNOWN: {
    zh: '没有名为“{table}”的表,请检查字段对应。',
    en: 'There is no table "{table}". Check the mapping.',
  },
  COUNT_INVALID: { zh: '“{field}”应为 0 到 {max} 的整数。', en: '"{field}" should be a whole number from 0 to {max}.' },
  BUILDING_ID_DUPLICATE: { zh: '编号“{id}”重复,另见 {other}。', en: 'The id "{id}" is used twice, see also {other}.' },
  BUILDING_NAME_DUPLICATE: {
    zh: '楼名“{name}”重复但没有栋号,按两栋楼导入,另见 {other}。',
    en: 'The name "{name}" occurs twice without a number; they stay two buildings. See also {other}.',
  },
  BUILDING_NUMBER_DISAGREES: {
    zh: '名称中的栋号是 {fromName},栋号字段是 {fromField};采用名称中的栋号,请核对。',
    en: 'The name says number {fromName}, the field {fromField}; the name is used. Check it.',
  },
  BUILDING_PARTS_FAR_APART: {
    zh: '同为“{name}”的轮廓相距 {distanceMetres} 米,请确认是同一栋楼。',
    en: 'Footprints named "{name}" lie {distanceMetres} m apart. Make sure they are one building.',
  },
  BUILDINGS_OVERLAP: {
    zh: '与 {other} 重叠 {areaSquareMetres} 平方米,请修改轮廓。',
    en: 'Overlaps {other} by {areaSquareMetres} m². Correct the footprint.',
  },
  FOOTPRINT_TOO_SMALL: {
    zh: '占地 {areaSquareMetres} 平方米,小于 {min} 平方米,请确认是楼栋。',
    en: 'The footprint is {areaSquareMetres} m², under {min} m². Make sure it is a building.',
  },
  OUTSIDE_COMMUNITY: {
    zh: '位于社区边界之外,请检查坐标基准或边界。',
    en: 'It lies outside the community. Check the datum or the outline.',
  },
  PARTLY_OUTSIDE_COMMUNITY: {
    zh: '有 {areaSquareMetres} 平方米在社区边界之外,请核对。',
    en: '{areaSquareMetres} m² lie outside the community. Check it.',
  },
  BUILDING_UNKNOWN: {
    zh: '找不到楼栋“{reference}”,请核对楼栋编号或名称。',
    en: 'There is no building "{reference}". Check the id or name.',
  },
  BUILDING_AMBIGUOUS: {
    zh: '“{reference}”对应 {count} 栋楼,请写明楼栋全名或编号。',
    en: '"{reference}" fits {count} buildings. Give the full name or the id.',
  },
  BUILDING_REFERENCE_MISSING: { zh: '该行没有写楼栋,请补充。', en: 'The row names no building. Add it.' },
  HOUSEHOLD_ROW_DUPLICATE: {
    zh: '同一楼栋单元出现两行,另见 {other},请合并。',
    en: 'The same building and entrance occur twice, see also {other}. Merge the rows.',
  },
  ENTRANCE_DUPLICATE: {
    zh: '单元“{number}”重复,另见 {other}。',
    en: 'Entrance "{number}" occurs twice, see also {other}.',
  },
  ENTRANCE_NUMBER_MISSING: { zh: '没有单元号,请补充。', en: 'The entrance has no number. Add it.' },
  ENTRANCE_FAR_FROM_BUILDING: {
    zh: '单元位置距楼栋 {distanceMetres} 米,请核对。',
    en: 'The entrance lies {distanceMetres} m from its building. Check it.',
  },
  OUTLINE_NOT_ONE: {
    zh: '社区边界应只有一个面,实际有 {found} 个,请合并。',
    en: 'The community outline should be one polygon, there are {found}. Merge them.',
  },
  NO_BUILDINGS: {
    zh: '没有可导入的楼栋,请检查文件和字段对应。',
    en: 'There is no building to import. Check the files and the mapping.',
  },
} satisfies Record<string, Text>;

const texts = { ...fileTexts, ...geojsonTexts, ...geometryTexts, ...domainTexts };

/** Every code an import fault can carry. Codes are API: add, never rename. */
export type ImportFaultCode = keyof typeof texts;

/** The sentences by code; `{param}` is replaced by the fault's parameter of that name. */
export const IMPORT_FAULT_TEXTS: Readonly<Record<ImportFaultCode, Text>> = texts;
