// One gate for every operation, over HTTP and sockets alike: tokens, depth, aliases, cost.
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isListType,
  isNonNullType,
  Kind,
  parse,
  type SelectionSetNode,
  specifiedRules,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { createRequire } from 'node:module';
import type * as Complexity from 'graphql-query-complexity';
import { AppError } from '../errors.ts';
import { argumentPath } from './argument-path.ts';
import { checkTexts, expectedOf } from './input-check.ts';

// Its ES build imports graphql's .mjs files: a second copy of every class, which then refuses our schema.
const { fieldExtensionsEstimator, getComplexity, simpleEstimator } = createRequire(import.meta.url)(
  'graphql-query-complexity',
) as typeof Complexity;

const LIMITS = {
  tokens: 2_000,
  depth: 12,
  aliases: 15,
  directives: 5,
  spreads: 40,
  rootFields: 8,
  cost: 12_000,
  characters: 20_000,
} as const;

/**
 * Parses and checks a document before anything runs.
 * @throws AppError QUERY_TOO_LARGE, QUERY_TOO_DEEP, QUERY_TOO_EXPENSIVE, GRAPHQL_PARSE_FAILED; GraphQLError of validation
 */
export function prepareDocument(schema: GraphQLSchema, source: string): DocumentNode {
  if (source.length > LIMITS.characters) throw new AppError('QUERY_TOO_LARGE', { max: LIMITS.tokens });
  const document = parseWithin(source);
  checkShape(document);
  const faults = validate(schema, document, specifiedRules, { maxErrors: 5 });
  if (faults[0]) throw withPlace(schema, document, faults[0]);
  checkTexts(document);
  return document;
}

/** A fault in a literal value names its place and type instead of the value; others stay as validation worded them. */
function withPlace(schema: GraphQLSchema, document: DocumentNode, fault: GraphQLError): Error {
  const [node] = fault.nodes ?? [];
  const path = node && argumentPath(document, (value) => value === node);
  if (!path) return fault;
  if (fault.extensions['code'] === 'INVALID_TIME')
    return new AppError('INVALID_TIME', fault.extensions['params'] as { value: string }, path);
  const types = new TypeInfo(schema);
  let expected: GraphQLInputType | null | undefined;
  visit(
    document,
    visitWithTypeInfo(types, { enter: (each) => void (each === node && (expected = types.getInputType())) }),
  );
  return new AppError(
    'GRAPHQL_VALIDATION_FAILED',
    { detail: expected ? `${path}: ${expectedOf(expected)}` : path },
    path,
  );
}

function parseWithin(source: string): DocumentNode {
  try {
    return parse(source, { maxTokens: LIMITS.tokens, noLocation: false });
  } catch (error) {
    if (error instanceof GraphQLError && error.message.includes('token')) {
      if (error.message.includes('Document contains more'))
        throw new AppError('QUERY_TOO_LARGE', { max: LIMITS.tokens });
    }
    throw new AppError('GRAPHQL_PARSE_FAILED');
  }
}

/** Counts what validation does not; `__typename` aliases count too. */
export function checkShape(document: DocumentNode): void {
  const count = { aliases: 0, directives: 0, spreads: 0 };
  const fragments = new Map<string, SelectionSetNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition.selectionSet);
  }
  visit(document, {
    Field: (node) => void (node.alias && count.aliases++),
    Directive: () => void count.directives++,
    FragmentSpread: () => void count.spreads++,
  });
  if (count.aliases > LIMITS.aliases || count.directives > LIMITS.directives || count.spreads > LIMITS.spreads) {
    throw new AppError('QUERY_TOO_LARGE', { max: LIMITS.tokens });
  }
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    if (definition.selectionSet.selections.length > LIMITS.rootFields)
      throw new AppError('QUERY_TOO_LARGE', { max: LIMITS.tokens });
    const depth = depthOf(definition.selectionSet, fragments, new Set());
    if (depth > LIMITS.depth) throw new AppError('QUERY_TOO_DEEP', { depth, max: LIMITS.depth });
  }
}

function depthOf(
  set: SelectionSetNode,
  fragments: ReadonlyMap<string, SelectionSetNode>,
  seen: ReadonlySet<string>,
): number {
  let deepest = 0;
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      const below = selection.selectionSet ? depthOf(selection.selectionSet, fragments, seen) : 0;
      deepest = Math.max(deepest, 1 + below);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      deepest = Math.max(deepest, depthOf(selection.selectionSet, fragments, seen));
    } else {
      const name = selection.name.value;
      const target = fragments.get(name);
      // A cycle is validation's to refuse; here it must only not loop.
      if (target && !seen.has(name)) deepest = Math.max(deepest, depthOf(target, fragments, new Set([...seen, name])));
    }
  }
  return deepest;
}

/** A list without `first` is taken to hold so many: entrances of a building, steps of a request. */
const LIST_SIZE = 4;

/** @throws AppError QUERY_TOO_EXPENSIVE with the measured cost */
export function checkCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null,
  variables: Record<string, unknown>,
): number {
  const cost = getComplexity({
    schema,
    query: document,
    variables,
    ...(operationName ? { operationName } : {}),
    estimators: [
      fieldExtensionsEstimator(),
      ({ args, childComplexity, field }) =>
        typeof args['first'] === 'number' && field.args.some((argument) => argument.name === 'first')
          ? 1 + args['first'] * childComplexity
          : undefined,
      // `edges` are as many as `first` said.
      ({ childComplexity, field }) =>
        childComplexity > 0 && field.name !== 'edges' && isList(field.type)
          ? 1 + LIST_SIZE * childComplexity
          : undefined,
      simpleEstimator({ defaultComplexity: 1 }),
    ],
  });
  if (cost > LIMITS.cost) throw new AppError('QUERY_TOO_EXPENSIVE', { cost, max: LIMITS.cost });
  return cost;
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}
