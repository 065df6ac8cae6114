// The contract of those who serve.
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { RoleEnum } from '#modules/access';
import { NodeType } from '#platform/graphql/node-types';

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
