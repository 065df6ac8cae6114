// The contract of places: communities, grids, buildings, entrances and what one may ask them by.
import { Field, Float, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '#platform/graphql/connection-types';
import { NodeType } from '#platform/graphql/node-types';
import { GeometryScalar } from '#platform/graphql/scalars';

const BuildingKindEnum = {
  RESIDENTIAL: 'RESIDENTIAL',
  SERVICE_CENTRE: 'SERVICE_CENTRE',
  CANTEEN: 'CANTEEN',
  PROPERTY_OFFICE: 'PROPERTY_OFFICE',
  OTHER: 'OTHER',
} as const;
registerEnumType(BuildingKindEnum, { name: 'BuildingKind' });
export const MapLayerEnum = { BASE: 'BASE', GRIDS: 'GRIDS', BUILDINGS: 'BUILDINGS', ENTRANCES: 'ENTRANCES' } as const;
registerEnumType(MapLayerEnum, { name: 'MapLayer' });

@InputType('PointInput')
export class PointInput {
  @Field(() => Float) longitude!: number;
  @Field(() => Float) latitude!: number;
}

@InputType('BoundingBoxInput')
export class BoundingBoxInput {
  @Field(() => Float) west!: number;
  @Field(() => Float) south!: number;
  @Field(() => Float) east!: number;
  @Field(() => Float) north!: number;
}

@InputType('PolygonInput', { description: 'Rings of [longitude, latitude] positions, the first ring the shell.' })
export class PolygonInput {
  @Field(() => [[[Float]]]) rings!: number[][][];
}

@ObjectType('Community', { implements: NodeType })
export class CommunityType extends NodeType {
  @Field(() => String) code!: string;
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true }) nameEn!: string | null;
  @Field(() => String) timeZone!: string;
  @Field(() => Boolean, { description: 'Invented data: every screen, print, export and answer says so.' })
  synthetic!: boolean;
  @Field(() => GeometryScalar, { nullable: true }) outline!: string | null;
  @Field(() => Boolean, { description: 'The outline was derived from the footprints, nobody drew it.' })
  outlineDerived!: boolean;
  @Field(() => Int, { description: 'Changes whenever geometry changes; part of every geometry ETag.' })
  geographyVersion!: number;
  @Field(() => Int) gridCount!: number;
  @Field(() => Int) buildingCount!: number;
  @Field(() => Int) entranceCount!: number;
  @Field(() => Int) dwellings!: number;
  @Field(() => Int) households!: number;
  @Field(() => Int, { nullable: true, description: 'Null when nobody counted them in some home.' }) residents!:
    | number
    | null;
  @Field(() => String) mode!: string;
}
export const CommunityConnectionType = connectionOf('Community', () => CommunityType);

@ObjectType('Grid', { implements: NodeType })
export class GridType extends NodeType {
  @Field(() => Int) mapId!: number;
  @Field(() => Int) number!: number;
  @Field(() => String, { description: 'Display code: community code + 3 digits; never an identity.' }) code!: string;
  @Field(() => GeometryScalar) boundary!: string;
  @Field(() => GeometryScalar) label!: string;
  @Field(() => Float) areaHectares!: number;
  @Field(() => Int) entranceCount!: number;
  @Field(() => Int) dwellings!: number;
  @Field(() => Int) households!: number;
  @Field(() => Int, { nullable: true, description: 'Null when nobody counted them in some home.' }) residents!:
    | number
    | null;
  @Field(() => Date) validFrom!: Date;
  @Field(() => Date, { nullable: true }) validTo!: Date | null;
}

@ObjectType('Building', { implements: NodeType })
export class BuildingType extends NodeType {
  @Field(() => Int) mapId!: number;
  @Field(() => String) number!: string;
  @Field(() => [String]) aliases!: string[];
  @Field(() => BuildingKindEnum) kind!: string;
  @Field(() => Int, { nullable: true }) floors!: number | null;
  @Field(() => GeometryScalar) footprint!: string;
  @Field(() => Int) dwellings!: number;
  @Field(() => Int) households!: number;
  @Field(() => Int, { nullable: true, description: 'Null when nobody counted them in some home.' }) residents!:
    | number
    | null;
}
export const BuildingConnectionType = connectionOf('Building', () => BuildingType);

@ObjectType('Entrance', { implements: NodeType })
export class EntranceType extends NodeType {
  @Field(() => Int) mapId!: number;
  @Field(() => String) number!: string;
  @Field(() => Int, { nullable: true }) floors!: number | null;
  @Field(() => Int) dwellings!: number;
  @Field(() => Int) households!: number;
  @Field(() => Int, { nullable: true, description: 'Null when nobody counted them in some home.' }) residents!:
    | number
    | null;
}
