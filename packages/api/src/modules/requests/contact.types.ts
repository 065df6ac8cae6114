// The contract of reading a contact.
import { Field, Int, ObjectType } from 'type-graphql';
import { CareLevelEnum } from '#modules/geography';
import { resultUnion } from '#platform/graphql/outcome';

@ObjectType('Contact')
class ContactType {
  @Field(() => String, { nullable: true }) name!: string | null;
  @Field(() => String, { nullable: true }) phone!: string | null;
  @Field(() => Int) residents!: number;
  @Field(() => CareLevelEnum, { nullable: true }) careLevel!: string | null;
}

export const ContactResult = resultUnion('ContactResult', () => ContactType);
