// Runs operations against the schema of some modules, without HTTP: for tests of nested fields and of who sees what.
import { graphql, type GraphQLFormattedError } from 'graphql';
import type { RequestContext } from '../../src/platform/graphql/context.ts';
import type { ModuleParts } from '../../src/platform/module.ts';
import { buildApiSchema } from '../../src/schema.ts';

export interface Answer {
  /** Plain JSON, with spliced geometry parsed. */
  readonly data: Record<string, unknown> | null;
  readonly errors: readonly GraphQLFormattedError[];
  /** What the first error was before GraphQL wrapped it. */
  readonly cause: unknown;
}

export type Ask = (source: string, context: RequestContext, variables?: Record<string, unknown>) => Promise<Answer>;

export async function askSchema(parts: readonly ModuleParts[]): Promise<Ask> {
  const schema = await buildApiSchema(parts);
  return async (source, contextValue, variableValues = {}) => {
    const { data, errors = [] } = await graphql({ schema, source, contextValue, variableValues });
    return {
      data: JSON.parse(JSON.stringify(data ?? null)) as Answer['data'],
      errors: errors.map((error) => error.toJSON()),
      cause: errors[0]?.originalError,
    };
  };
}
