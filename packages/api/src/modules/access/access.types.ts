// The contract of sign-in, sessions and accounts.
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '#platform/graphql/connection-types';
import { resultUnion } from '#platform/graphql/outcome';

/** A TypeScript enum object for TypeGraphQL: names are values. */
const named = <Name extends string>(...names: Name[]): { [Key in Name]: Key } =>
  Object.fromEntries(names.map((name) => [name, name])) as { [Key in Name]: Key };

export const RoleEnum = named(
  'SECRETARY',
  'GRID_WORKER',
  'BRANCH_SECRETARY',
  'PLANNER',
  'STREET_REVIEWER',
  'DISTRICT_REVIEWER',
  'PROPERTY_MANAGER',
  'POLICE',
  'ADMINISTRATOR',
  'VOLUNTEER',
  'CADRE',
);
registerEnumType(RoleEnum, { name: 'Role' });
export const LanguageEnum = named('ZH', 'EN');
registerEnumType(LanguageEnum, { name: 'Language' });

@ObjectType('Membership')
export class MembershipType {
  @Field(() => String) community!: string;
  @Field(() => String) communityName!: string;
  @Field(() => RoleEnum) role!: string;
  @Field(() => ID, { nullable: true }) grid!: string | null;
  @Field(() => Int, { nullable: true }) gridNumber!: number | null;
  @Field(() => ID, { nullable: true }) organization!: string | null;
  @Field(() => ID, { nullable: true, description: 'The viewer as a person of the community.' }) person!: string | null;
}

@ObjectType('Viewer')
export class ViewerType {
  @Field(() => Boolean) signedIn!: boolean;
  @Field(() => String, { nullable: true }) name!: string | null;
  @Field(() => String, { nullable: true }) username!: string | null;
  @Field(() => [MembershipType], { description: 'Roles of the viewer in the communities they belong to.' })
  memberships!: MembershipType[];
  @Field(() => Boolean, {
    description:
      'True while this session is a big screen (投屏): the server withholds names, phones, texts, doors and care levels.',
  })
  screen!: boolean;
  @Field(() => Boolean) readOnly!: boolean;
  @Field(() => [String]) permissions!: string[];
  @Field(() => LanguageEnum) language!: string;
  @Field(() => Date, { description: "The server's clock: the demo may run at another time." }) now!: Date;
}

@ObjectType('Session')
export class SessionType {
  @Field(() => ID) id!: string;
  @Field(() => String) label!: string;
  @Field(() => Boolean) screen!: boolean;
  @Field(() => Boolean) current!: boolean;
  @Field(() => Date) createdAt!: Date;
  @Field(() => Date) lastSeenAt!: Date;
}

@ObjectType('ContactRead')
export class ContactReadType {
  @Field(() => ID) id!: string;
  @Field(() => Date) at!: Date;
  @Field(() => String) reader!: string;
  @Field(() => String) subject!: string;
  @Field(() => [String]) fields!: string[];
}
export const ContactReadConnectionType = connectionOf('ContactRead', () => ContactReadType);

@ObjectType('SignedIn')
export class SignedInType {
  @Field(() => ViewerType) viewer!: object;
}
@ObjectType('Done')
export class DoneType {
  @Field(() => Boolean) ok!: boolean;
}
@ObjectType('AccountLink')
export class AccountLinkType {
  @Field(() => String) username!: string;
  @Field(() => String, { description: 'One-time link to set the password.' }) link!: string;
  @Field(() => Date) expiresAt!: Date;
}

@InputType('CreateAccountInput')
export class CreateAccountInput {
  @Field(() => String) username!: string;
  @Field(() => String) name!: string;
  @Field(() => String) community!: string;
  @Field(() => RoleEnum) role!: keyof typeof RoleEnum;
  @Field(() => Int, { nullable: true }) gridNumber?: number | null;
  @Field(() => ID, { nullable: true }) organization?: string | null;
  @Field(() => ID) clientEventId!: string;
}

export const SignInResult = resultUnion('SignInResult', () => SignedInType);
export const ViewerResult = resultUnion('ViewerResult', () => ViewerType);
export const DoneResult = resultUnion('DoneResult', () => DoneType);
export const AccountResult = resultUnion('AccountResult', () => AccountLinkType);
