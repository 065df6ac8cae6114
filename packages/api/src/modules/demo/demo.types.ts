// The contract of the demo: who may sign in, and what runs.
import { Field, ObjectType } from 'type-graphql';
import { RoleEnum } from '#modules/access';

@ObjectType('DemoLogin')
export class DemoLoginType {
  @Field(() => String) username!: string;
  @Field(() => RoleEnum) role!: string;
  @Field(() => String) title!: string;
}

@ObjectType('Demo')
export class DemoType {
  @Field(() => [DemoLoginType]) logins!: DemoLoginType[];
  @Field(() => Boolean) clockMoved!: boolean;
  @Field(() => Date, { nullable: true }) boostedUntil!: Date | null;
  @Field(() => Boolean) simulating!: boolean;
}
