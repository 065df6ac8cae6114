// Who has a plan open, and the subscription to it, over GraphQL: translation only.
import { Arg, FieldResolver, ID, Resolver, Root, Subscription } from 'type-graphql';
import { Allow, Permission } from '#modules/access';
import { AppError } from '#platform/errors';
import type { RequestContext } from '#platform/graphql/context';
import { decodeId } from '#platform/ids';
import type { PlanView } from '../drafts/plan.read.ts';
import { PlanType } from '../drafts/plan.types.ts';
import type { PlanHub } from './plan-hub.ts';

@Resolver(() => PlanType)
export class PresenceResolver {
  readonly #hub: PlanHub<PlanView>;

  constructor(hub: PlanHub<PlanView>) {
    this.#hub = hub;
  }

  @FieldResolver(() => [String], { description: 'Who has it open now, the viewer included.' })
  present(@Root() plan: PlanView) {
    return this.#hub.present(plan.uuid);
  }

  @Allow(Permission.ReadPlans)
  @Subscription(() => PlanType, {
    subscribe: ({ args, context }: { args: { plan: string }; context: RequestContext }) => watching(args.plan, context),
    description:
      'The plan as it is now, and again after every change, review, comment, change of who is present, and when a plan comes in force. Being subscribed is being present.',
  })
  planChanged(@Root() plan: PlanView, @Arg('plan', () => ID) _plan: string) {
    return plan;
  }
}

/** Set once by the module: TypeGraphQL calls `subscribe` without the resolver's instance. */
let watching: (plan: string, context: RequestContext) => Promise<AsyncIterable<PlanView>> = () =>
  Promise.reject(new AppError('UNAVAILABLE'));

export function servePresence(hub: PlanHub<PlanView>): void {
  watching = (plan, context) => hub.watch(context, decodeId(plan, 'Plan', 'plan'));
}
