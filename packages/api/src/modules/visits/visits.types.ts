// The contract of doors and visits.
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CareLevelEnum } from '#modules/geography';
import { connectionOf } from '#platform/graphql/connection-types';
import { NodeType } from '#platform/graphql/node-types';
import { resultUnion } from '#platform/graphql/outcome';
import { VISIT_OUTCOMES, type VisitOutcome } from './visit-cadence.ts';

const enumOf = (...names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, name]));

export const VisitOutcomeEnum = enumOf(...VISIT_OUTCOMES);
registerEnumType(VisitOutcomeEnum, { name: 'VisitOutcome' });
const DoorLookEnum = enumOf('NO_DATA', 'NOT_VISITED', 'NOT_HOME', 'MET', 'FOLLOW_UP');
registerEnumType(DoorLookEnum, { name: 'DoorLook' });
const DoorDutyEnum = enumOf('NOT_DUE', 'DUE', 'OVERDUE', 'DONE');
registerEnumType(DoorDutyEnum, { name: 'DoorDuty' });

@ObjectType('Door', { implements: NodeType })
export class DoorType extends NodeType {
  @Field(() => ID, { description: "The dwelling's id." }) declare id: string;
  @Field(() => String, { nullable: true, description: 'Null in screen mode.' }) label!: string | null;
  @Field(() => Int) floor!: number;
  @Field(() => Int) position!: number;
  @Field(() => DoorLookEnum) look!: string;
  @Field(() => DoorDutyEnum) duty!: string;
  @Field(() => CareLevelEnum, { nullable: true, description: 'Null where the viewer may not see it.' }) careLevel!:
    | string
    | null;
  @Field(() => Date, { nullable: true }) dueAt!: Date | null;
  @Field(() => Date, { nullable: true }) lastMetAt!: Date | null;
  @Field(() => Date, { nullable: true }) lastVisitAt!: Date | null;
  @Field(() => VisitOutcomeEnum, { nullable: true }) lastOutcome!: string | null;
  @Field(() => Boolean, { description: 'Name and phone of the household; reading them is recorded.' })
  hasContact!: boolean;
}
export const DoorConnectionType = connectionOf('Door', () => DoorType);

@ObjectType('FloorMatrix')
export class FloorMatrixType {
  @Field(() => Date) asOf!: Date;
  @Field(() => Int) floors!: number;
  @Field(() => Int) doorsPerFloor!: number;
  @Field(() => [DoorType]) doors!: object[];
  @Field(() => Int) due!: number;
  @Field(() => Int) met!: number;
  @Field(() => Int) overdue!: number;
  @Field(() => ID, { nullable: true }) nextDue!: string | null;
}

@ObjectType('Visit', { implements: NodeType })
export class VisitType extends NodeType {
  @Field(() => Date) at!: Date;
  @Field(() => Date, { nullable: true }) clientTime!: Date | null;
  @Field(() => VisitOutcomeEnum) outcome!: string;
  @Field(() => String, { nullable: true }) door!: string | null;
}
export const VisitConnectionType = connectionOf('Visit', () => VisitType);

@InputType('VisitFilter')
export class VisitFilterInput {
  @Field(() => ID, { nullable: true }) grid?: string;
  @Field(() => ID, { nullable: true }) building?: string;
  @Field(() => ID, { nullable: true }) entrance?: string;
  @Field(() => [VisitOutcomeEnum], { nullable: true }) outcomes?: VisitOutcome[];
  @Field(() => Date, { nullable: true }) from?: Date;
  @Field(() => Date, { nullable: true }) to?: Date;
}

@InputType('VisitInput')
export class VisitInput {
  @Field(() => ID) dwelling!: string;
  @Field(() => VisitOutcomeEnum) outcome!: VisitOutcome;
  @Field(() => String, { nullable: true }) note?: string;
}

@InputType('RecordVisitsInput')
export class RecordVisitsInput {
  @Field(() => String) community!: string;
  @Field(() => [VisitInput]) visits!: VisitInput[];
  @Field(() => [ID], { nullable: true }) visitors?: string[];
  @Field(() => Date, { nullable: true }) clientTime?: Date;
  @Field(() => ID) clientEventId!: string;
}

@ObjectType('VisitsRecorded')
export class VisitsRecordedType {
  /** Uuids behind the fields, which their resolvers read when asked for. */
  readonly visitIds!: readonly string[];
}
export const RecordVisitsResult = resultUnion('RecordVisitsResult', () => VisitsRecordedType);
