// The contract of reading a contact.
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { resultUnion } from '#platform/graphql/outcome';

export const CareLevelEnum = { NONE: 'NONE', DAILY: 'DAILY', WEEKLY: 'WEEKLY', MONTHLY: 'MONTHLY' } as const;
registerEnumType(CareLevelEnum, { name: 'CareLevel' });

@ObjectType('Contact')
export class ContactType {
  @Field(() => String, { nullable: true }) name!: string | null;
  @Field(() => String, { nullable: true }) phone!: string | null;
  @Field(() => Int) residents!: number;
  @Field(() => CareLevelEnum, { nullable: true }) careLevel!: string | null;
}

export const ContactResult = resultUnion('ContactResult', () => ContactType);
