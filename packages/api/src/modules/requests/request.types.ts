// The contract of requests: what a request shows. Inputs stand in request.inputs.ts.
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '#platform/graphql/connection-types';
import { NodeType } from '#platform/graphql/node-types';
import { resultUnion } from '#platform/graphql/outcome';
import { BuildingType, EntranceType, GridType, RequestCategoryType, RequestKindEnum } from '#modules/geography';
import { OrganizationType, PersonType } from '#modules/people';
import { REQUEST_OUTCOMES } from './request-guards.ts';
import { REQUEST_ACTIONS, REQUEST_STAGES } from './request-stages.ts';

/** A TypeScript enum object for TypeGraphQL: names are values. */
const named = <Name extends string>(names: readonly Name[]): { [Key in Name]: Key } =>
  Object.fromEntries(names.map((name) => [name, name])) as { [Key in Name]: Key };

export const RequestStageEnum = named(REQUEST_STAGES);
registerEnumType(RequestStageEnum, { name: 'RequestStage' });
export const RequestOutcomeEnum = named(REQUEST_OUTCOMES);
registerEnumType(RequestOutcomeEnum, { name: 'RequestOutcome' });
export const RequestActionEnum = named([...REQUEST_ACTIONS, 'JOIN'] as const);
registerEnumType(RequestActionEnum, { name: 'RequestAction' });
export const PhotoPhaseEnum = named(['BEFORE', 'AFTER'] as const);
registerEnumType(PhotoPhaseEnum, { name: 'PhotoPhase' });

@ObjectType('RequestStep')
export class RequestStepType {
  @Field(() => ID) id!: string;
  @Field(() => RequestActionEnum, { nullable: true }) action!: string | null;
  @Field(() => RequestStageEnum, { nullable: true }) from!: string | null;
  @Field(() => RequestStageEnum) to!: string;
  @Field(() => Date) at!: Date;
  @Field(() => String, { nullable: true }) actor!: string | null;
  @Field(() => String, { nullable: true }) note!: string | null;
}

@ObjectType('WorkOrder')
export class WorkOrderType {
  @Field(() => ID) id!: string;
  @Field(() => OrganizationType) organization!: object;
  @Field(() => Date) dispatchedAt!: Date;
  @Field(() => Date) answerDueAt!: Date;
  @Field(() => Date) finishDueAt!: Date;
  @Field(() => Date, { nullable: true }) acceptedAt!: Date | null;
  @Field(() => Date, { nullable: true }) arrivedAt!: Date | null;
  @Field(() => Int, { nullable: true }) crew!: number | null;
  @Field(() => Date, { nullable: true }) finishedAt!: Date | null;
}

@ObjectType('Photo')
export class PhotoType {
  @Field(() => ID) id!: string;
  @Field(() => String) url!: string;
  @Field(() => PhotoPhaseEnum) phase!: string;
  @Field(() => Date) at!: Date;
}

@ObjectType('Extension')
export class ExtensionType {
  @Field(() => Date) until!: Date;
  @Field(() => String, { nullable: true }) reason!: string | null;
  @Field(() => Date) requestedAt!: Date;
  @Field(() => Date, { nullable: true }) decidedAt!: Date | null;
  @Field(() => Boolean, { nullable: true }) approved!: boolean | null;
}

@ObjectType('ServiceRequest', { implements: NodeType })
export class ServiceRequestType extends NodeType {
  @Field(() => Int) number!: number;
  @Field(() => RequestCategoryType) category!: object;
  @Field(() => RequestKindEnum) kind!: string;
  @Field(() => String, {
    description: "What is shown on shared layers: the category's name, never the resident's words.",
  })
  title!: string;
  @Field(() => String, {
    nullable: true,
    description: "The resident's words; null where the viewer may not read them.",
  })
  text!: string | null;
  @Field(() => String, { nullable: true }) door!: string | null;
  @Field(() => EntranceType) entrance!: object;
  @Field(() => GridType) grid!: object;
  @Field(() => RequestStageEnum) stage!: string;
  @Field(() => RequestOutcomeEnum, { nullable: true }) outcome!: string | null;
  @Field(() => ServiceRequestType, {
    nullable: true,
    description: 'With outcome DUPLICATE: the request it repeats; null where the viewer may not see it.',
  })
  duplicateOf!: object | null;
  @Field(() => Date) createdAt!: Date;
  @Field(() => Date, { nullable: true }) respondDueAt!: Date | null;
  @Field(() => Date, { nullable: true }) respondedAt!: Date | null;
  @Field(() => Date) dueAt!: Date;
  @Field(() => Date, { nullable: true }) closedAt!: Date | null;
  @Field(() => Boolean) overdue!: boolean;
  @Field(() => Int) reopenedCount!: number;
  @Field(() => Int) callerCount!: number;
  @Field(() => PersonType, { nullable: true }) responsible!: object | null;
  @Field(() => PersonType, { nullable: true }) onCall!: object | null;
  @Field(() => Boolean, { description: 'The shift of the responsible worker has ended; responsibility has not.' })
  offDuty!: boolean;
  @Field(() => [String], { description: 'Why it was routed so.' }) routing!: string[];
  @Field(() => [RequestStepType]) steps!: RequestStepType[];
  @Field(() => [WorkOrderType]) workOrders!: WorkOrderType[];
  @Field(() => [PhotoType]) photos!: PhotoType[];
  @Field(() => ExtensionType, { nullable: true }) extension!: ExtensionType | null;
  @Field(() => [RequestActionEnum], { description: 'What this viewer may do next.' }) actions!: string[];
  @Field(() => String, { nullable: true, description: 'A text to copy to the resident once closed.' }) reply!:
    | string
    | null;
}

export const RequestConnectionType = connectionOf('Request', () => ServiceRequestType);
export const RequestResult = resultUnion('RequestResult', () => ServiceRequestType);

@ObjectType('MessageReading', {
  description: 'What a pasted chat message seems to say; a proposal, never saved by itself.',
})
export class MessageReadingType {
  @Field(() => EntranceType, { nullable: true }) entrance!: object | null;
  @Field(() => BuildingType, { nullable: true }) building!: object | null;
  @Field(() => String, { nullable: true }) door!: string | null;
  @Field(() => RequestCategoryType, { nullable: true }) category!: object | null;
  @Field(() => RequestKindEnum, { nullable: true }) kind!: string | null;
  @Field(() => String) text!: string;
  @Field(() => String, { nullable: true }) phone!: string | null;
  @Field(() => [String]) evidence!: string[];
}
