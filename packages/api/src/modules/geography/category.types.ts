// The contract of what a request is about; requests and figures use it too.
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';

export const RequestKindEnum = { URGENT: 'URGENT', HARD: 'HARD', WORRY: 'WORRY' } as const;
registerEnumType(RequestKindEnum, { name: 'RequestKind' });

@ObjectType('RequestCategory')
export class RequestCategoryType {
  @Field(() => String) code!: string;
  @Field(() => String) name!: string;
  @Field(() => RequestKindEnum) kind!: string;
  @Field(() => Int, { nullable: true }) respondMinutes!: number | null;
  @Field(() => Int) finishMinutes!: number;
  @Field(() => Boolean) workingTime!: boolean;
}
