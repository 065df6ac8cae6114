// Apollo Server behind Express: one operation a request, checked before it runs, answered with spliced JSON.
import { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import type { Request, RequestHandler, Response } from 'express';
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type { RequestContext } from './context.ts';
import { formatError } from './format-error.ts';
import { type OperationGate, readOperation } from './operation.ts';
import { stringifyResponse } from './splice.ts';

export type ContextOf = (request: Request, response: Response) => Promise<RequestContext>;

/** Handlers for `/graphql`, after the JSON body parser. `contextOf` reads the session. */
export async function graphqlHandlers(
  schema: GraphQLSchema,
  gate: OperationGate,
  contextOf: ContextOf,
): Promise<{ handlers: RequestHandler[]; stop: () => Promise<void> }> {
  const contexts = new WeakMap<Request, RequestContext>();
  const server = new ApolloServer<RequestContext>({
    schema,
    // The gate decides by identity: refused to the signed-out, allowed to members.
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    stringifyResult: (value) => stringifyResponse(value),
    formatError: (formatted) => formatted,
    logger: { debug() {}, info() {}, warn() {}, error() {} },
    plugins: [
      {
        requestDidStart: async () => ({
          willSendResponse: async ({ contextValue, response, errors }) => {
            const body = response.body;
            if (!errors || body.kind !== 'single') return;
            const plain = body.singleResult.errors ?? [];
            const told = errors.map((error, index) =>
              formatError(error, contextValue.language, contextValue.requestId, plain[index]),
            );
            body.singleResult.errors = told;
            const answered = Object.values(body.singleResult.data ?? {}).some((value) => value !== null);
            if (answered) return;
            response.http.status = statusOf(told[0]);
            if (response.http.status === 503) response.http.headers.set('retry-after', '1');
          },
        }),
      },
    ],
  });
  await server.start();

  const admit: RequestHandler = async (request, response, next) => {
    const context = await contextOf(request, response);
    contexts.set(request, context);
    try {
      gate.admit(readOperation(request.body), context.actor !== null);
      next();
    } catch (error) {
      const formatted = formatError(error, context.language, context.requestId);
      response.status(statusOf(formatted)).json({ errors: [formatted] });
    }
  };
  const run = expressMiddleware(server, {
    context: async ({ req, res }) => contexts.get(req) ?? contextOf(req, res),
  });
  return { handlers: [admit, run], stop: () => server.stop() };
}

/** The status of an answer that holds nothing but this error. */
function statusOf(error: GraphQLFormattedError | undefined): number {
  return Number(error?.extensions?.['status'] ?? 400);
}
