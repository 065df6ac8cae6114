// The demo over GraphQL: translation only. In a real installation the field is null and every mutation answers DEMO_ONLY.
import { Arg, Ctx, FieldResolver, Mutation, Resolver } from 'type-graphql';
import { Allow, Permission, ViewerResult, ViewerType } from '#modules/access';
import { RequestResult } from '#modules/requests';
import type { RequestContext } from '#platform/graphql/context';
import { outcome } from '#platform/graphql/outcome';
import type { DecodedId } from '#platform/ids';
import type { DemoService } from './demo.service.ts';
import { DemoType } from './demo.types.ts';

export interface DemoResolverDeps {
  readonly service: DemoService;
  viewer(context: RequestContext): Promise<object>;
  request(context: RequestContext, id: DecodedId): Promise<object | null>;
}

@Resolver(() => ViewerType)
export class DemoResolver {
  readonly #deps: DemoResolverDeps;

  constructor(deps: DemoResolverDeps) {
    this.#deps = deps;
  }

  @FieldResolver(() => DemoType, { nullable: true, description: 'Present in a demo installation only.' })
  demo(@Ctx() context: RequestContext) {
    return this.#deps.service.view(context);
  }

  @Allow(Permission.RunDemo)
  @Mutation(() => ViewerResult, { description: 'Demo only: ×60 for ten minutes.' })
  boostDemo(@Arg('on', () => Boolean) on: boolean, @Ctx() context: RequestContext) {
    return outcome(context.language, () => {
      this.#deps.service.boost(on);
      return this.#deps.viewer(context);
    });
  }

  @Allow(Permission.Administer)
  @Mutation(() => ViewerResult, { description: 'Demo only: moves the running clock forward.' })
  moveDemoClock(@Arg('to', () => Date) to: Date, @Ctx() context: RequestContext) {
    return outcome(context.language, async () => {
      await this.#deps.service.moveClock(to);
      return this.#deps.viewer(context);
    });
  }

  @Allow(Permission.RunDemo)
  @Mutation(() => RequestResult, { description: 'Demo only: plays the sewage story through the public mutations.' })
  playStory(@Ctx() context: RequestContext) {
    return outcome(context.language, async () => {
      const { communityId, id } = await this.#deps.service.playStory(context);
      return this.#deps.request(context, { type: 'ServiceRequest', communityId, id });
    });
  }
}
