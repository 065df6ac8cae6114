// Doors and visits over GraphQL: translation only.
import { Arg, Args, ArgsType, Ctx, Field, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Allow, Permission } from '#modules/access';
import type { RequestContext } from '#platform/graphql/context';
import { outcome } from '#platform/graphql/outcome';
import type { VisitsService } from './visits.service.ts';
import {
  DoorConnectionType,
  FloorMatrixType,
  RecordVisitsInput,
  RecordVisitsResult,
  VisitConnectionType,
  VisitFilterInput,
} from './visits.types.ts';

@ArgsType()
class DoorsDueArgs {
  @Field(() => String) community!: string;
  @Field(() => Int) first!: number;
  @Field(() => String, { nullable: true }) after?: string;
  @Field(() => ID, { nullable: true }) grid?: string;
  @Field(() => ID, { nullable: true }) entrance?: string;
  @Field(() => Date, { nullable: true }) asOf?: Date;
}

@ArgsType()
class VisitsArgs {
  @Field(() => String) community!: string;
  @Field(() => Int) first!: number;
  @Field(() => String, { nullable: true }) after?: string;
  @Field(() => VisitFilterInput, { nullable: true }) filter?: VisitFilterInput;
  @Field(() => Date, { nullable: true }) asOf?: Date;
}

@Resolver()
export class VisitsResolver {
  readonly #service: VisitsService;

  constructor(service: VisitsService) {
    this.#service = service;
  }

  @Allow(Permission.ReadVisits)
  @Query(() => VisitConnectionType)
  visits(@Args(() => VisitsArgs) args: VisitsArgs, @Ctx() context: RequestContext) {
    return this.#service.visits(context, args.community, args, args.filter ?? {}, args.asOf);
  }

  @Allow(Permission.ReadCareLevels)
  @Query(() => FloorMatrixType)
  floorMatrix(
    @Arg('entrance', () => ID) entrance: string,
    @Arg('asOf', () => Date, { nullable: true }) asOf: Date | undefined,
    @Ctx() context: RequestContext,
  ) {
    return this.#service.floorMatrix(context, entrance, asOf);
  }

  @Allow(Permission.ReadCareLevels)
  @Query(() => DoorConnectionType)
  doorsDue(@Args(() => DoorsDueArgs) args: DoorsDueArgs, @Ctx() context: RequestContext) {
    return this.#service.doorsDue(context, args.community, args);
  }

  @Allow(Permission.RecordVisits)
  @Mutation(() => RecordVisitsResult)
  recordVisits(@Arg('input', () => RecordVisitsInput) input: RecordVisitsInput, @Ctx() context: RequestContext) {
    return outcome(context.language, () => this.#service.record(context, input));
  }
}
