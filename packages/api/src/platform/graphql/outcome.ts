// Turns an expected refusal (thrown inside a unit of work, so that it rolls back) into the union member Refusal.
import { type ErrorCode, type Language, httpStatusOf } from '@qinghe/schema';
import { createUnionType, Field, ObjectType, type ClassType } from 'type-graphql';
import { AppError, type RefusalView, isRefusal, refusal } from '../errors.ts';

@ObjectType('Refusal', {
  description: "A caller can do something about it: code, a sentence in the viewer's language, the path to the fault.",
})
export class RefusalType {
  @Field(() => String) code!: string;
  @Field(() => String) message!: string;
  @Field(() => String, { nullable: true }) path!: string | null;
}

/** Conflicts (409) and rule refusals (422) are answers; everything else stays an error. */
const ANSWERED = new Set([409, 422]);
const ALSO_ANSWERED = new Set<ErrorCode>([
  'SIGN_IN_FAILED',
  'TOO_MANY_ATTEMPTS',
  'LINK_EXPIRED',
  'PASSWORD_TOO_WEAK',
  'CLOCK_BACKWARDS',
]);

export async function outcome<Result>(language: Language, work: () => Promise<Result>): Promise<Result | RefusalView> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError && (ANSWERED.has(httpStatusOf(error.code)) || ALSO_ANSWERED.has(error.code))) {
      return refusal(error.code, language, error.params, error.path);
    }
    throw error;
  }
}

/** Declares `union <name> = Success | Refusal`. */
export function resultUnion(name: string, success: () => ClassType): object {
  return createUnionType({
    name,
    types: () => [success(), RefusalType] as const,
    resolveType: (value: object) => (isRefusal(value) ? RefusalType : success()),
  });
}
