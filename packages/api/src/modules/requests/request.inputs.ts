// The contract of requests: what a caller hands in.
import { Field, ID, InputType, Int } from 'type-graphql';
import { RequestKindEnum } from '#modules/geography';
import { PhotoPhaseEnum, RequestActionEnum, RequestOutcomeEnum, RequestStageEnum } from './request.types.ts';

@InputType('RequestFilter')
export class RequestFilterInput {
  @Field(() => Boolean, { nullable: true }) open?: boolean | null;
  @Field(() => Boolean, { nullable: true }) overdue?: boolean | null;
  @Field(() => ID, { nullable: true }) grid?: string | null;
  @Field(() => ID, { nullable: true }) building?: string | null;
  @Field(() => ID, { nullable: true }) entrance?: string | null;
  @Field(() => [RequestStageEnum], { nullable: true }) stages?: (keyof typeof RequestStageEnum)[] | null;
  @Field(() => [String], { nullable: true }) categories?: string[] | null;
  @Field(() => Date, { nullable: true }) createdFrom?: Date | null;
  @Field(() => Date, { nullable: true }) createdTo?: Date | null;
  @Field(() => Boolean, { nullable: true }) mine?: boolean | null;
}

@InputType('CreateRequestInput')
export class CreateRequestInput {
  @Field(() => String) community!: string;
  @Field(() => ID) entrance!: string;
  @Field(() => String, { nullable: true }) door?: string | null;
  @Field(() => String) category!: string;
  @Field(() => RequestKindEnum, { nullable: true }) kind?: keyof typeof RequestKindEnum | null;
  @Field(() => String) text!: string;
  @Field(() => String, { nullable: true }) callerName?: string | null;
  @Field(() => String, { nullable: true }) callerPhone?: string | null;
  @Field(() => ID) clientEventId!: string;
  @Field(() => Date, { nullable: true, description: "The device's time, kept beside the server's." })
  clientTime?: Date | null;
}

@InputType('JoinRequestInput')
export class JoinRequestInput {
  @Field(() => ID) request!: string;
  @Field(() => String, { nullable: true }) callerName?: string | null;
  @Field(() => String, { nullable: true }) callerPhone?: string | null;
  @Field(() => String, { nullable: true }) door?: string | null;
  @Field(() => ID) clientEventId!: string;
}

@InputType('PhotoInput')
export class PhotoInputType {
  @Field(() => ID) upload!: string;
  @Field(() => PhotoPhaseEnum) phase!: keyof typeof PhotoPhaseEnum;
}

@InputType('AdvanceRequestInput')
export class AdvanceRequestInput {
  @Field(() => ID) request!: string;
  @Field(() => RequestActionEnum) action!: keyof typeof RequestActionEnum;
  @Field(() => RequestOutcomeEnum, { nullable: true }) outcome?: keyof typeof RequestOutcomeEnum | null;
  @Field(() => ID, { nullable: true, description: 'With outcome DUPLICATE: the request it repeats.' }) duplicateOf?:
    | string
    | null;
  @Field(() => Boolean, { nullable: true }) residentsWord?: boolean | null;
  @Field(() => String, { nullable: true }) note?: string | null;
  @Field(() => Date, { nullable: true }) until?: Date | null;
  @Field(() => Int, { nullable: true }) crew?: number | null;
  @Field(() => [PhotoInputType], { nullable: true }) photos?: PhotoInputType[] | null;
  @Field(() => Int, {
    nullable: true,
    description: 'The number of steps the caller saw; another number is refused as STALE.',
  })
  expectedSteps?: number | null;
  @Field(() => ID) clientEventId!: string;
}

@InputType('DispatchRequestInput')
export class DispatchRequestInput {
  @Field(() => ID) request!: string;
  @Field(() => ID) organization!: string;
  @Field(() => String, { nullable: true }) note?: string | null;
  @Field(() => ID) clientEventId!: string;
}

@InputType('ReopenRequestInput')
export class ReopenRequestInput {
  @Field(() => ID) request!: string;
  @Field(() => String) reason!: string;
  @Field(() => ID) clientEventId!: string;
}
