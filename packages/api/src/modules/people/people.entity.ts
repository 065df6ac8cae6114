// Owns the entities of people who serve: organizations, people, duties and on-call turns. Scalar ids only; joins are read models.
// Refuses residents: a household's contact is personal data and lives elsewhere.
import { defineEntity, p } from '@mikro-orm/sql';

const OrganizationSchema = defineEntity({
  name: 'Organization',
  tableName: 'organizations',
  properties: { communityId: p.uuid().primary(), id: p.uuid().primary(), name: p.text(), kind: p.text() },
});
export class Organization extends OrganizationSchema.class {}
OrganizationSchema.setClass(Organization);

const PersonSchema = defineEntity({
  name: 'Person',
  tableName: 'people',
  properties: {
    communityId: p.uuid().primary(),
    id: p.uuid().primary(),
    name: p.text(),
    role: p.text(),
    organizationId: p.uuid().nullable(),
  },
});
export class Person extends PersonSchema.class {}
PersonSchema.setClass(Person);

const DutySchema = defineEntity({
  name: 'Duty',
  tableName: 'duties',
  properties: {
    communityId: p.uuid().primary(),
    id: p.uuid().primary(),
    personId: p.uuid(),
    role: p.text(),
    gridId: p.uuid().nullable(),
    buildingId: p.uuid().nullable(),
    entranceId: p.uuid().nullable(),
    isTemporary: p.boolean(),
    /** Text of a tstzrange. */
    during: p.string().columnType('tstzrange'),
  },
});
export class Duty extends DutySchema.class {}
DutySchema.setClass(Duty);

const OnCallSchema = defineEntity({
  name: 'OnCall',
  tableName: 'on_call',
  properties: {
    communityId: p.uuid().primary(),
    id: p.uuid().primary(),
    personId: p.uuid(),
    during: p.string().columnType('tstzrange'),
  },
});
export class OnCall extends OnCallSchema.class {}
OnCallSchema.setClass(OnCall);

export const PEOPLE_ENTITIES = [OrganizationSchema, PersonSchema, DutySchema, OnCallSchema] as const;
