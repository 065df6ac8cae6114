// The contract of those who serve.
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { RoleEnum } from '#modules/access';
import { NodeType } from '#platform/graphql/node-types';
import { resultUnion } from '#platform/graphql/outcome';

const OrganizationKindEnum = {
  PROPERTY: 'PROPERTY',
  SOCIAL: 'SOCIAL',
  COMMITTEE_MEMBER: 'COMMITTEE_MEMBER',
} as const;
registerEnumType(OrganizationKindEnum, { name: 'OrganizationKind' });

@ObjectType('Organization', { implements: NodeType })
export class OrganizationType extends NodeType {
  @Field(() => String) name!: string;
  @Field(() => OrganizationKindEnum) kind!: string;
}

@ObjectType('Person', { implements: NodeType, description: 'Name is null where the viewer may not see it.' })
export class PersonType extends NodeType {
  @Field(() => String, { nullable: true }) name!: string | null;
  @Field(() => RoleEnum, { nullable: true }) role!: string | null;
  @Field(() => OrganizationType, { nullable: true }) organization!: OrganizationType | null;
}

@ObjectType('GridWorker')
export class GridWorkerType {
  @Field(() => PersonType) person!: PersonType;
  @Field(() => [Int], {
    description: 'Numbers of the grids they are appointed to now, ascending; also of grids that no plan has in force.',
  })
  grids!: number[];
}

@InputType('AppointGridWorkerInput')
export class AppointGridWorkerInput {
  @Field(() => String) community!: string;
  @Field(() => Int, { description: 'Number of a grid without a worker, in force or only in a draft.' }) grid!: number;
  @Field(() => ID) person!: string;
  @Field(() => ID) clientEventId!: string;
}

export const AppointGridWorkerResult = resultUnion('AppointGridWorkerResult', () => GridWorkerType);
