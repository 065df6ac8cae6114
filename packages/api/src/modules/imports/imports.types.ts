// The contract of imports: files are looked at first, then saved exactly as they were seen.
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CommunityType } from '#modules/geography';
import { resultUnion } from '#platform/graphql/outcome';
import { FeatureCollectionScalar, GeometryScalar } from '#platform/graphql/scalars';

const DatumEnum = {
  WGS84: 'WGS84',
  CGCS2000: 'CGCS2000',
  GCJ02: 'GCJ02',
  BD09: 'BD09',
  PROJECTED: 'PROJECTED',
} as const;
registerEnumType(DatumEnum, { name: 'Datum' });
const ImportRoleEnum = {
  BUILDINGS: 'BUILDINGS',
  HOUSEHOLDS: 'HOUSEHOLDS',
  ENTRANCES: 'ENTRANCES',
  BARRIERS: 'BARRIERS',
  OUTLINE: 'OUTLINE',
} as const;
registerEnumType(ImportRoleEnum, { name: 'ImportRole' });

@InputType('ImportAnswersInput')
export class ImportAnswersInput {
  @Field(() => DatumEnum, { nullable: true }) datum?: keyof typeof DatumEnum | null;
  @Field(() => Int, { nullable: true, description: 'With PROJECTED, for files without .prj: the EPSG code.' }) epsg?:
    | number
    | null;
  @Field(() => String, { nullable: true }) encoding?: string | null;
  @Field(() => Int, { nullable: true }) gridCount?: number | null;
  @Field(() => String, { nullable: true, description: 'JSON object: role of each table and field mapping.' }) mapping?:
    | string
    | null;
}

@InputType('PreviewImportInput')
export class PreviewImportInput {
  @Field(() => String) community!: string;
  @Field(() => [ID]) uploads!: string[];
  @Field(() => ImportAnswersInput, { nullable: true }) answers?: ImportAnswersInput | null;
}

@InputType('ImportBuildingsInput')
export class ImportBuildingsInput {
  @Field(() => String) community!: string;
  @Field(() => [ID]) uploads!: string[];
  @Field(() => ImportAnswersInput) answers!: ImportAnswersInput;
  @Field(() => String) fingerprint!: string;
  @Field(() => Boolean, { nullable: true }) acceptOutline?: boolean | null;
  @Field(() => ID) clientEventId!: string;
}

@ObjectType('ImportFault')
class ImportFaultType {
  @Field(() => String) code!: string;
  @Field(() => String) severity!: string;
  @Field(() => String) path!: string;
  @Field(() => String) message!: string;
}

@ObjectType('ImportTable')
class ImportTableType {
  @Field(() => String) name!: string;
  @Field(() => ImportRoleEnum, { nullable: true }) role!: string | null;
  @Field(() => Int) count!: number;
  @Field(() => [String]) fields!: string[];
  @Field(() => [[String]]) sample!: string[][];
  @Field(() => String, { nullable: true }) encoding!: string | null;
  @Field(() => String, { nullable: true }) encodingReason!: string | null;
  @Field(() => String, { description: 'JSON object: column by meaning, as proposed or answered.' }) mapping!: string;
  @Field(() => [String], { description: 'What this table asks: DATUM, ENCODING, MAPPING.' }) needs!: string[];
}

@ObjectType('ImportPreview')
class ImportPreviewType {
  @Field(() => String) fingerprint!: string;
  @Field(() => [String]) needs!: string[];
  @Field(() => DatumEnum, { nullable: true }) datumProposed!: string | null;
  @Field(() => String, { nullable: true }) datumReason!: string | null;
  @Field(() => [ImportTableType]) tables!: ImportTableType[];
  @Field(() => FeatureCollectionScalar) shapes!: object;
  @Field(() => Int, { description: 'Shapes beyond the first 5,000, which are not drawn in the preview.' })
  shapesLeftOut!: number;
  @Field(() => GeometryScalar, { nullable: true }) outline!: object | null;
  @Field(() => Boolean) outlineProposed!: boolean;
  @Field(() => Int) buildings!: number;
  @Field(() => Int) entrances!: number;
  @Field(() => Int) households!: number;
  @Field(() => String, { nullable: true, description: 'Whom the map will name as the source.' }) attribution!:
    | string
    | null;
  @Field(() => [ImportFaultType]) faults!: ImportFaultType[];
  @Field(() => Int) faultCount!: number;
  @Field(() => Boolean, { description: 'Nothing stands in the way of importBuildings.' }) ready!: boolean;
}

@ObjectType('ImportDone')
class ImportDoneType {
  @Field(() => CommunityType) community!: object;
  @Field(() => Int) buildingsNew!: number;
  @Field(() => Int) buildingsChanged!: number;
  @Field(() => Int) buildingsSame!: number;
  @Field(() => Int) entrances!: number;
  @Field(() => Int) households!: number;
  @Field(() => Int) grids!: number;
  @Field(() => [String]) exceptions!: string[];
}

@InputType('CreateCommunityInput')
export class CreateCommunityInput {
  @Field(() => String) code!: string;
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true }) nameEn?: string | null;
  @Field(() => String) timeZone!: string;
  @Field(() => ID) clientEventId!: string;
}

export const PreviewImportResult = resultUnion('PreviewImportResult', () => ImportPreviewType);
export const ImportBuildingsResult = resultUnion('ImportBuildingsResult', () => ImportDoneType);
export const CommunityResult = resultUnion('CommunityResult', () => CommunityType);
