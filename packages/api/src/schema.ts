// The executable schema from all modules' resolvers, and `node(id)` over their loaders.
import 'reflect-metadata';
import { createPubSub } from '@graphql-yoga/subscription';
import type { GraphQLSchema } from 'graphql';
import { Arg, buildSchema, Ctx, ID, type NonEmptyArray, Query, Resolver } from 'type-graphql';
import { Allow, authChecker, Permission } from '#modules/access';
import type { RequestContext } from './platform/graphql/context.ts';
import { NodeType } from './platform/graphql/node-types.ts';
import { DateTimeScalar } from './platform/graphql/scalars.ts';
import { ALL_ID_TYPES, decodeId } from './platform/ids.ts';
import type { ModuleParts } from './platform/module.ts';

export async function buildApiSchema(parts: readonly ModuleParts[]): Promise<GraphQLSchema> {
  const loaders = Object.assign({}, ...parts.map((part) => part.nodes ?? {})) as NonNullable<ModuleParts['nodes']>;

  @Resolver()
  class NodeResolver {
    @Allow(Permission.ViewMap)
    @Query(() => NodeType, { nullable: true })
    async node(@Arg('id', () => ID) id: string, @Ctx() context: RequestContext): Promise<object | null> {
      const decoded = decodeId(id, ALL_ID_TYPES, 'id');
      return (await loaders[decoded.type]?.(context, decoded)) ?? null;
    }
  }

  const instances = new Map<unknown, object>(
    [...parts.flatMap((part) => part.resolvers), new NodeResolver()].map((resolver) => [
      resolver.constructor,
      resolver,
    ]),
  );
  return buildSchema({
    resolvers: [...instances.keys()] as unknown as NonEmptyArray<new () => object>,
    container: { get: (resolverClass) => instances.get(resolverClass) },
    authChecker,
    authMode: 'error',
    validate: false,
    // Subscriptions bring their own source; TypeGraphQL only insists on being given one.
    pubSub: createPubSub(),
    scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
  });
}
