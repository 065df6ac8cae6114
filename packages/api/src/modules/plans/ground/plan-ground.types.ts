// The contract of what plans are made on: units with their figures, grids, neighbours and border pieces.
// Refuses care by household: figures are sums per entrance.
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';

@ObjectType('PlanUnit')
export class PlanUnitType {
  @Field(() => ID) entrance!: string;
  @Field(() => Int) mapId!: number;
  @Field(() => ID) building!: string;
  @Field(() => Int) buildingMapId!: number;
  @Field(() => String) buildingName!: string;
  @Field(() => String, {
    description: "E.g. 13栋2单元; the building's name where it has one entrance that nobody recorded.",
  })
  name!: string;
  @Field(() => [Float], { description: "Position of the slice's middle: longitude, latitude." }) point!: number[];
  @Field(() => Int) households!: number;
  @Field(() => Int, { nullable: true }) residents!: number | null;
  @Field(() => Int) dailyCareDoors!: number;
  @Field(() => Int) openRequests!: number;
  @Field(() => Float) requestsPerWeek!: number;
  @Field(() => Float) doorsDuePerWeek!: number;
  @Field(() => Float) floorsPerWeek!: number;
}

@ObjectType('PlanGrid')
export class PlanGridType {
  @Field(() => ID) grid!: string;
  @Field(() => Int) number!: number;
  @Field(() => Int) mapId!: number;
  @Field(() => String, { nullable: true, description: 'Whoever answers for it now.' }) worker!: string | null;
  @Field(() => Boolean, { description: 'A draft added it; no plan ever had it in force.' }) drafted!: boolean;
}

@ObjectType('PlanGround', {
  description: 'What plans of a community are made on. Figures are of the last 90 closed days.',
})
export class PlanGroundType {
  @Field(() => Int) geographyVersion!: number;
  @Field(() => [PlanUnitType]) units!: PlanUnitType[];
  @Field(() => [PlanGridType]) grids!: PlanGridType[];
  @Field(() => [[Int]], {
    description:
      'Neighbours by index in units: one, other, common border in decimetres, what separating them costs in decimetres.',
  })
  borders!: number[][];
  @Field(() => [[Int]], {
    description:
      'Neighbours by index in units, smaller first, between which water, a trunk road, a railway or a wall lies along half of their common border or more: a grid that holds both straddles it.',
  })
  barrierCrossings!: number[][];
  @Field(() => String, {
    description:
      'The border pieces of the coverage as JSON: {anchor: [longitude, latitude], offsets, points, left, right, start, end}; metres from the anchor.',
  })
  arcs!: string;
  @Field(() => Date, { description: 'Where figures begin and end.' }) figuresFrom!: Date;
  @Field(() => Date) figuresTo!: Date;
}
