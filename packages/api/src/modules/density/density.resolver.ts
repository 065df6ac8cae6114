// Figures over GraphQL: translation only.
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Int,
  Query,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql';
import { Allow, type Guard, Permission } from '#modules/access';
import { CommunityType, GridType } from '#modules/geography';
import { AppError } from '#platform/errors';
import type { RequestContext } from '#platform/graphql/context';
import { DateScalar } from '#platform/graphql/scalars';
import { decodeId } from '#platform/ids';
import type { Window } from '#platform/time/zoned-time';
import type { AttentionService } from './attention.service.ts';
import type { BreaksService } from './breaks.service.ts';
import { cellName } from './cells.ts';
import {
  AttentionType,
  ByEnum,
  DensityDaysType,
  DensityType,
  ExplanationType,
  FigureType,
  LiveFrameType,
  MetricBreaksType,
  MetricEnum,
  NormaliseEnum,
  TotalsType,
  TrendType,
  WindowEnum,
} from './density.types.ts';
import type { ExplainService } from './explain.service.ts';
import type { FiguresService } from './figures.service.ts';
import type { GridFiguresService } from './grid-figures.service.ts';
import type { LiveFrame } from './live-frame.ts';
import type { LiveHub } from './live-hub.ts';
import { type By, figureOf, isFlow, type Metric, METRICS, type Normalise } from './metric.ts';
import type { PlaybackService } from './playback.service.ts';

export interface DensityResolverDeps {
  readonly guard: Guard;
  readonly hub: LiveHub;
  readonly figures: FiguresService;
  readonly breaks: BreaksService;
  readonly attention: AttentionService;
  readonly explain: ExplainService;
  readonly playback: PlaybackService;
  readonly grids: GridFiguresService;
}

@ArgsType()
class DensityArgs {
  @Field(() => String) community!: string;
  @Field(() => MetricEnum) metric!: Metric;
  @Field(() => ByEnum) by!: By;
  @Field(() => WindowEnum, { defaultValue: 'H24' }) window!: Window;
  @Field(() => NormaliseEnum, { defaultValue: 'PER_100_HOUSEHOLDS' }) normalise!: Normalise;
  @Field(() => Date, { nullable: true }) validAt?: Date;
  @Field(() => Date, { nullable: true }) asOf?: Date;
}

@ArgsType()
class LiveArgs {
  @Field(() => String) community!: string;
  @Field(() => ByEnum) by!: By;
  @Field(() => [MetricEnum]) metrics!: Metric[];
  @Field(() => WindowEnum, { defaultValue: 'H24' }) window!: Window;
  @Field(() => NormaliseEnum, { defaultValue: 'PER_100_HOUSEHOLDS' }) normalise!: Normalise;
  @Field(() => String, { nullable: true }) after?: string;
}

@ArgsType()
class ExplainArgs extends DensityArgs {
  @Field(() => ID) target!: string;
}

@ArgsType()
class PlaybackArgs {
  @Field(() => String) community!: string;
  @Field(() => [MetricEnum]) metrics!: Metric[];
  @Field(() => ByEnum) by!: By;
  @Field(() => DateScalar) from!: string;
  @Field(() => DateScalar) to!: string;
  @Field(() => NormaliseEnum, { defaultValue: 'PER_100_HOUSEHOLDS' }) normalise!: Normalise;
}

@Resolver()
export class DensityResolver {
  readonly #deps: DensityResolverDeps;

  constructor(deps: DensityResolverDeps) {
    this.#deps = deps;
  }

  @Allow(Permission.ViewMap)
  @Query(() => DensityType)
  async density(@Args(() => DensityArgs) args: DensityArgs, @Ctx() context: RequestContext) {
    const access = await this.#deps.guard.byCode(context, args.community, Permission.ViewMap);
    const answer = await this.#deps.figures.figures(access, {
      by: args.by,
      window: args.window,
      asOf: args.asOf ?? null,
      validAt: args.validAt ?? null,
    });
    return {
      ...args,
      ...answer,
      windowEnd: answer.asOf,
      windowApplies: isFlow(args.metric),
      synthetic: access.community.synthetic,
      cells: answer.cells.map(({ cell, counts }) => ({
        id: cell.id,
        mapId: cell.mapId,
        name: cellName(cell, context.language),
        ...figureOf(args.metric, counts, cell, args.normalise),
      })),
    };
  }

  @Allow(Permission.ViewMap)
  @Query(() => [MetricBreaksType])
  async breaks(
    @Arg('community', () => String) community: string,
    @Arg('by', () => ByEnum) by: By,
    @Arg('window', () => WindowEnum) window: Window,
    @Arg('normalise', () => NormaliseEnum, { defaultValue: 'PER_100_HOUSEHOLDS' }) normalise: Normalise,
    @Ctx() context: RequestContext,
  ) {
    const access = await this.#deps.guard.byCode(context, community, Permission.ViewMap);
    return this.#deps.breaks.breaks(access, by, window, normalise, context.clock.now());
  }

  @Allow(Permission.ViewMap)
  @Query(() => TrendType)
  async trend(
    @Arg('community', () => String) community: string,
    @Arg('grid', () => ID, { nullable: true }) grid: string | undefined,
    @Arg('days', () => Int, { defaultValue: 90 }) days: number,
    @Arg('asOf', () => Date, { nullable: true }) asOf: Date | undefined,
    @Ctx() context: RequestContext,
  ) {
    const access = await this.#deps.guard.byCode(context, community, Permission.ViewMap);
    return this.#deps.grids.trend(
      access,
      grid ? decodeId(grid, 'Grid', 'grid').id : null,
      days,
      asOf ?? context.clock.now(),
    );
  }

  @Allow(Permission.ViewMap)
  @Query(() => AttentionType)
  async attention(
    @Arg('community', () => String) community: string,
    @Arg('asOf', () => Date, { nullable: true }) asOf: Date | undefined,
    @Ctx() context: RequestContext,
  ) {
    const access = await this.#deps.guard.byCode(context, community, Permission.ViewMap);
    const now = context.clock.now();
    return this.#deps.attention.attention(access, { asOf: asOf ?? now, now }, context.language);
  }

  @Allow(Permission.ViewMap)
  @Query(() => ExplanationType)
  async explain(@Args(() => ExplainArgs) args: ExplainArgs, @Ctx() context: RequestContext) {
    const access = await this.#deps.guard.byCode(context, args.community, Permission.ViewMap);
    return this.#deps.explain.explain(
      access,
      { ...args, asOf: args.asOf ?? null, validAt: args.validAt ?? null },
      context.language,
    );
  }

  @Allow(Permission.ViewMap)
  @Query(() => DensityDaysType)
  async densityDays(@Args(() => PlaybackArgs) args: PlaybackArgs, @Ctx() context: RequestContext) {
    const access = await this.#deps.guard.byCode(context, args.community, Permission.ViewMap);
    return { days: await this.#deps.playback.days(access, args, context.clock.now()) };
  }

  @Allow(Permission.ViewMap)
  @Subscription(() => LiveFrameType, {
    subscribe: ({ args, context }: { args: LiveArgs; context: RequestContext }) => subscribing(args, context),
  })
  live(@Root() frame: LiveFrame, @Args(() => LiveArgs) _args: LiveArgs) {
    return frame;
  }
}

/** Set once by the module: TypeGraphQL calls `subscribe` without the resolver's instance. */
let subscribing: (args: LiveArgs, context: RequestContext) => Promise<AsyncIterable<LiveFrame>> = () =>
  Promise.reject(new AppError('UNAVAILABLE'));

export function serveLive(guard: Guard, hub: LiveHub): void {
  subscribing = async (args, context) => {
    const access = await guard.byCode(context, args.community, Permission.ViewMap);
    if (args.metrics.length === 0 || args.metrics.length > METRICS.length)
      throw new AppError('BAD_USER_INPUT', {}, 'metrics');
    const { by, metrics, window, normalise } = args;
    return hub.subscribe({ communityId: access.community.id, by, metrics, window, normalise }, args.after ?? null);
  };
}

@Resolver(() => CommunityType)
export class CommunityFiguresResolver {
  readonly #deps: Pick<DensityResolverDeps, 'guard' | 'figures'>;

  constructor(deps: Pick<DensityResolverDeps, 'guard' | 'figures'>) {
    this.#deps = deps;
  }

  @FieldResolver(() => TotalsType)
  async totals(
    @Root() community: { code: string },
    @Arg('asOf', () => Date, { nullable: true }) asOf: Date | undefined,
    @Ctx() context: RequestContext,
  ) {
    const access = await this.#deps.guard.byCode(context, community.code, Permission.ViewMap);
    return this.#deps.figures.totals(access, asOf ?? null);
  }
}

@Resolver(() => GridType)
export class GridFiguresResolver {
  readonly #deps: Pick<DensityResolverDeps, 'guard' | 'grids'>;

  constructor(deps: Pick<DensityResolverDeps, 'guard' | 'grids'>) {
    this.#deps = deps;
  }

  @FieldResolver(() => String, { description: '15网格:应访42,已访40,2户超期;诉求3,均已办结' })
  async sentence(
    @Root() grid: { id: string },
    @Arg('asOf', () => Date, { nullable: true }) asOf: Date | undefined,
    @Ctx() context: RequestContext,
  ) {
    const { communityId } = decodeId(grid.id, 'Grid', 'id');
    const access = await this.#deps.guard.byId(context, communityId, Permission.ViewMap);
    return this.#deps.grids.sentence(access, grid.id, asOf ?? null, context.language);
  }

  @FieldResolver(() => [FigureType])
  async figures(
    @Root() grid: { id: string },
    @Arg('window', () => WindowEnum, { defaultValue: 'H24' }) window: Window,
    @Arg('normalise', () => NormaliseEnum, { defaultValue: 'PER_100_HOUSEHOLDS' }) normalise: Normalise,
    @Arg('asOf', () => Date, { nullable: true }) asOf: Date | undefined,
    @Ctx() context: RequestContext,
  ) {
    const { communityId } = decodeId(grid.id, 'Grid', 'id');
    const access = await this.#deps.guard.byId(context, communityId, Permission.ViewMap);
    return this.#deps.grids.figures(access, grid.id, { window, normalise, asOf: asOf ?? null });
  }
}
