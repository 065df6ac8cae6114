// Bringing a plan's file back in, over GraphQL: translation only.
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql';
import { Allow, Permission } from '#modules/access';
import type { RequestContext } from '#platform/graphql/context';
import { outcome } from '#platform/graphql/outcome';
import { ApplyPlanOpsResult } from '../drafts/apply-ops-result.types.ts';
import type { ImportPlanService } from './import-plan.service.ts';

@InputType('ImportPlanInput')
class ImportPlanInput {
  @Field(() => ID) plan!: string;
  @Field(() => Int) baseVersion!: number;
  @Field(() => ID) upload!: string;
  @Field(() => ID) clientEventId!: string;
}

@Resolver()
export class ExchangeResolver {
  readonly #service: ImportPlanService;

  constructor(service: ImportPlanService) {
    this.#service = service;
  }

  @Allow(Permission.EditPlans)
  @Mutation(() => ApplyPlanOpsResult)
  importPlan(@Arg('input', () => ImportPlanInput) input: ImportPlanInput, @Ctx() context: RequestContext) {
    return outcome(context.language, () => this.#service.import(context, input));
  }
}
