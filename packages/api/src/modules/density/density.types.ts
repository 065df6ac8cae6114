// The contract of figures: density, live frames, breaks, trend, explanation, playback, attention.
import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { EntranceType, GridType } from '#modules/geography';
import { ServiceRequestType } from '#modules/requests';
import { DateScalar, SequenceScalar } from '#platform/graphql/scalars';
import { METRICS } from './metric.ts';

const enumOf = (...names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, name]));

export const MetricEnum = enumOf(...METRICS);
registerEnumType(MetricEnum, { name: 'Metric' });
export const ByEnum = enumOf('BUILDING', 'ENTRANCE', 'GRID');
registerEnumType(ByEnum, { name: 'By' });
export const WindowEnum = enumOf('H1', 'H24', 'D7', 'D30', 'D90');
registerEnumType(WindowEnum, { name: 'Window' });
export const NormaliseEnum = enumOf('NONE', 'PER_100_HOUSEHOLDS', 'PER_HECTARE');
registerEnumType(NormaliseEnum, { name: 'Normalise' });
const MissingReasonEnum = enumOf('NO_HOUSEHOLDS', 'NONE_DUE');
registerEnumType(MissingReasonEnum, { name: 'MissingReason' });
const LiveFrameKindEnum = enumOf('SNAPSHOT', 'CHANGES', 'HEARTBEAT');
registerEnumType(LiveFrameKindEnum, { name: 'LiveFrameKind' });
const AttentionKindEnum = enumOf(
  'REQUEST_OVERDUE',
  'DISPATCH_NOT_ACCEPTED',
  'REQUEST_OPEN',
  'DOOR_OVERDUE',
  'DOOR_DUE',
  'CORNER',
);
registerEnumType(AttentionKindEnum, { name: 'AttentionKind' });

@ObjectType('Totals')
export class TotalsType {
  @Field(() => Date) asOf!: Date;
  @Field(() => SequenceScalar) seq!: number;
  @Field(() => Int) households!: number;
  @Field(() => Int, { nullable: true, description: 'Null when nobody counted them in some home.' }) residents!:
    | number
    | null;
  @Field(() => Int) openRequests!: number;
  @Field(() => Int) overdueRequests!: number;
  @Field(() => Int, { description: 'Doors due today, met or not; constant through the day.' }) doorsDue!: number;
  @Field(() => Int, { description: 'Of the doors due today.' }) doorsMet!: number;
  @Field(() => Int) doorsOverdue!: number;
}

@ObjectType('Figure')
export class FigureType {
  @Field(() => MetricEnum) metric!: string;
  @Field(() => Float, {
    nullable: true,
    description: 'numerator, or numerator per 100 households / per hectare, or met ÷ due; null with a reason.',
  })
  value!: number | null;
  @Field(() => Int) numerator!: number;
  @Field(() => Float, { nullable: true }) denominator!: number | null;
  @Field(() => Int, { description: 'Events behind the figure.' }) n!: number;
  @Field(() => MissingReasonEnum, { nullable: true }) reason!: string | null;
}

@ObjectType('DensityCell')
export class DensityCellType {
  @Field(() => ID) id!: string;
  @Field(() => Int) mapId!: number;
  @Field(() => String) name!: string;
  @Field(() => Float, { nullable: true }) value!: number | null;
  @Field(() => Int) numerator!: number;
  @Field(() => Float, { nullable: true }) denominator!: number | null;
  @Field(() => Int) n!: number;
  @Field(() => MissingReasonEnum, { nullable: true }) reason!: string | null;
}

@ObjectType('Density')
export class DensityType {
  @Field(() => MetricEnum) metric!: string;
  @Field(() => ByEnum) by!: string;
  @Field(() => WindowEnum) window!: string;
  @Field(() => NormaliseEnum) normalise!: string;
  @Field(() => Date) asOf!: Date;
  @Field(() => Date) windowStart!: Date;
  @Field(() => Date) windowEnd!: Date;
  @Field(() => Boolean, { description: 'False for stocks: the window does not apply and was ignored.' })
  windowApplies!: boolean;
  @Field(() => SequenceScalar) seq!: number;
  @Field(() => Boolean) synthetic!: boolean;
  @Field(() => [DensityCellType]) cells!: DensityCellType[];
}

@ObjectType('LiveCell')
export class LiveCellType {
  @Field(() => ID) id!: string;
  @Field(() => Int) mapId!: number;
  @Field(() => [FigureType]) figures!: FigureType[];
}

@ObjectType('LiveEvent')
export class LiveEventType {
  @Field(() => SequenceScalar) seq!: number;
  @Field(() => String) kind!: string;
  @Field(() => Date) at!: Date;
  @Field(() => ID, { nullable: true }) request!: string | null;
  @Field(() => ID, { nullable: true }) entrance!: string | null;
  @Field(() => Int, { nullable: true }) entranceMapId!: number | null;
  @Field(() => Int, { nullable: true }) buildingMapId!: number | null;
  @Field(() => Int, { nullable: true }) gridMapId!: number | null;
  @Field(() => String, { nullable: true }) category!: string | null;
  @Field(() => String, { nullable: true }) stage!: string | null;
  @Field(() => String, { nullable: true }) outcome!: string | null;
  @Field(() => Date, { nullable: true }) dueAt!: Date | null;
}

@ObjectType('LiveFrame')
export class LiveFrameType {
  @Field(() => LiveFrameKindEnum) kind!: string;
  @Field(() => String, { description: 'Pass as `after` to resume without loss or repeat.' }) cursor!: string;
  @Field(() => Date) asOf!: Date;
  @Field(() => Date) windowStart!: Date;
  @Field(() => Date) windowEnd!: Date;
  @Field(() => SequenceScalar) seq!: number;
  @Field(() => TotalsType) totals!: TotalsType;
  @Field(() => [LiveCellType], {
    description: 'All cells in a SNAPSHOT, changed ones in CHANGES, none in a HEARTBEAT.',
  })
  cells!: LiveCellType[];
  @Field(() => [LiveEventType], { description: 'What happened since the frame before, in order; ids and codes only.' })
  events!: LiveEventType[];
  @Field(() => Int) geographyVersion!: number;
}

@ObjectType('MetricBreaks')
export class MetricBreaksType {
  @Field(() => MetricEnum) metric!: string;
  @Field(() => [Float], {
    description: "Upper bounds of the five steps but the last, from this community's last 90 days; fixed for the day.",
  })
  five!: number[];
  @Field(() => [Float], { description: 'As `five`, for three steps.' }) three!: number[];
  @Field(() => DateScalar) day!: string;
}

@ObjectType('TrendPoint')
export class TrendPointType {
  @Field(() => DateScalar) from!: string;
  @Field(() => DateScalar) to!: string;
  @Field(() => Int) newRequests!: number;
  @Field(() => Int) closedRequests!: number;
  @Field(() => Int) visits!: number;
  @Field(() => Int) doorsMet!: number;
}
@ObjectType('Trend')
export class TrendType {
  @Field(() => DateScalar) from!: string;
  @Field(() => DateScalar) to!: string;
  @Field(() => [TrendPointType]) weeks!: TrendPointType[];
  @Field(() => [TrendPointType]) days!: TrendPointType[];
}

@ObjectType('ExplanationLine')
export class ExplanationLineType {
  @Field(() => String) label!: string;
  @Field(() => String) value!: string;
}
@ObjectType('Explanation')
export class ExplanationType {
  @Field(() => String) rule!: string;
  @Field(() => [ExplanationLineType]) lines!: ExplanationLineType[];
  @Field(() => [ServiceRequestType]) requests!: object[];
  @Field(() => Int) visitCount!: number;
  @Field(() => String, { description: 'A GraphQL query that reproduces the figure.' }) query!: string;
  @Field(() => Date) asOf!: Date;
}

@ObjectType('DensityDay')
export class DensityDayType {
  @Field(() => DateScalar) day!: string;
  @Field(() => Date) asOf!: Date;
  @Field(() => [LiveCellType]) cells!: LiveCellType[];
  @Field(() => [LiveEventType]) events!: LiveEventType[];
}
@ObjectType('DensityDays')
export class DensityDaysType {
  @Field(() => [DensityDayType]) days!: DensityDayType[];
}

@ObjectType('AttentionItem')
export class AttentionItemType {
  @Field(() => ID) id!: string;
  @Field(() => AttentionKindEnum) kind!: string;
  @Field(() => String) title!: string;
  @Field(() => String) detail!: string;
  @Field(() => Date) since!: Date;
  @Field(() => Date, { nullable: true }) dueAt!: Date | null;
  @Field(() => Boolean) overdue!: boolean;
  @Field(() => ServiceRequestType, { nullable: true }) request!: object | null;
  @Field(() => EntranceType, { nullable: true }) entrance!: object | null;
  @Field(() => GridType, { nullable: true }) grid!: object | null;
  @Field(() => Int, { nullable: true }) count!: number | null;
  @Field(() => String, {
    description: 'The next action: DISPATCH, REMIND, REDISPATCH, OPEN_FLOORS, PLAN_VISITS, OPEN.',
  })
  action!: string;
}
@ObjectType('Attention')
export class AttentionType {
  @Field(() => Date) asOf!: Date;
  @Field(() => [AttentionItemType]) items!: AttentionItemType[];
}
