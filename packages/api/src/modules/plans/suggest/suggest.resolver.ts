// Suggestions over GraphQL: translation only.
import { Arg, Ctx, ID, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import { Allow, DoneType, Permission } from '#modules/access';
import { AppError } from '#platform/errors';
import type { RequestContext } from '#platform/graphql/context';
import { outcome } from '#platform/graphql/outcome';
import type { SuggestService } from './suggest.service.ts';
import type { PlanSuggestionsView } from './suggest-view.ts';
import { PlanSuggestionsType, SuggestPlansInput, SuggestPlansResult } from './suggest.types.ts';

@Resolver()
export class SuggestResolver {
  readonly #service: SuggestService;

  constructor(service: SuggestService) {
    this.#service = service;
  }

  @Allow(Permission.EditPlans)
  @Mutation(() => SuggestPlansResult)
  suggestPlans(@Arg('input', () => SuggestPlansInput) input: SuggestPlansInput, @Ctx() context: RequestContext) {
    return outcome(context.language, () => this.#service.suggest(context, input));
  }

  @Allow(Permission.EditPlans)
  @Mutation(() => DoneType)
  async cancelPlanSuggestions(@Arg('job', () => ID) job: string, @Ctx() context: RequestContext) {
    await this.#service.cancel(context, job);
    return { ok: true };
  }

  @Allow(Permission.ReadPlans)
  @Query(() => PlanSuggestionsType, { nullable: true })
  planSuggestions(@Arg('job', () => ID) job: string, @Ctx() context: RequestContext) {
    return this.#service.find(context, job);
  }

  @Allow(Permission.ReadPlans)
  @Subscription(() => PlanSuggestionsType, {
    subscribe: ({ args, context }: { args: { job: string }; context: RequestContext }) => watching(args.job, context),
    description: 'Progress of a search for plans.',
  })
  planSuggestionsProgress(@Root() suggestions: PlanSuggestionsView, @Arg('job', () => ID) _job: string) {
    return suggestions;
  }
}

/** Set once by the module: TypeGraphQL calls `subscribe` without the resolver's instance. */
let watching: (job: string, context: RequestContext) => Promise<AsyncIterable<PlanSuggestionsView>> = () =>
  Promise.reject(new AppError('UNAVAILABLE'));

export function serveSuggestions(service: SuggestService): void {
  watching = (job, context) => service.watch(context, job);
}
