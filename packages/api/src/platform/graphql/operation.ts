// Checks an operation before it runs, the same for HTTP and sockets, and remembers documents that passed.
import type { Language } from '@qinghe/schema';
import { type DocumentNode, getOperationAST, type GraphQLSchema, visit } from 'graphql';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { checkVariables } from './input-check.ts';
import { checkCost, prepareDocument } from './limits.ts';

export interface Operation {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Record<string, unknown>;
}

const OPERATION = z.object({
  query: z.string().min(1),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
});

export class OperationGate {
  readonly #schema: GraphQLSchema;
  readonly #documents = new LRUCache<string, { document: DocumentNode; introspects: boolean }>({ max: 500 });

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  /** @throws AppError or GraphQLError; nothing has run then */
  admit(operation: Operation, signedIn: boolean): DocumentNode {
    const known = this.#documents.get(operation.query) ?? this.#prepare(operation.query);
    if (known.introspects && !signedIn) throw new AppError('INTROSPECTION_DISABLED');
    const chosen = getOperationAST(known.document, operation.operationName);
    if (!chosen) throw new AppError('BAD_REQUEST', {}, 'operationName');
    checkVariables(this.#schema, known.document, chosen, operation.variables);
    checkCost(this.#schema, known.document, operation.operationName, operation.variables);
    return known.document;
  }

  #prepare(source: string): { document: DocumentNode; introspects: boolean } {
    const document = prepareDocument(this.#schema, source);
    let introspects = false;
    visit(document, {
      Field: (node) => {
        if (node.name.value === '__schema' || node.name.value === '__type') introspects = true;
      },
    });
    const known = { document, introspects };
    this.#documents.set(source, known);
    return known;
  }
}

/** Reads a GraphQL-over-HTTP body (or a socket's subscribe payload). @throws AppError BAD_REQUEST, BATCHING_DISABLED */
export function readOperation(body: unknown): Operation {
  if (Array.isArray(body)) throw new AppError('BATCHING_DISABLED');
  const parts = OPERATION.safeParse(body);
  if (!parts.success) throw new AppError('BAD_REQUEST', {}, String(parts.error.issues[0]?.path[0] ?? 'query'));
  const { query, operationName, variables } = parts.data;
  return { query, operationName: operationName ?? null, variables: variables ?? {} };
}

/** The language of the answer: the first of the languages asked for that we speak, else Chinese. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const spoken = (acceptLanguage ?? '').split(',').map((tag) => tag.trim().slice(0, 2).toLowerCase());
  return spoken.find((tag) => tag === 'en' || tag === 'zh') === 'en' ? 'EN' : 'ZH';
}
