// One port for page and API: headers, health, GraphQL over HTTP and sockets, module routes, the page.
import { isUtf8 } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import express, {
  type ErrorRequestHandler,
  type Request,
  type RequestHandler,
  type Response,
  type Router,
} from 'express';
import type { GraphQLSchema } from 'graphql';
import { errorText, httpStatusOf } from '@qinghe/schema';
import type { Actor } from '../actor.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Database } from '../database/database.ts';
import { SYSTEM } from '../database/scope.ts';
import { sql } from '../database/sql.ts';
import { AppError } from '../errors.ts';
import { graphqlHandlers } from '../graphql/apollo.ts';
import type { RequestContext } from '../graphql/context.ts';
import { describeError } from '../graphql/format-error.ts';
import { type OperationGate, languageOf } from '../graphql/operation.ts';
import { serveSockets } from '../graphql/socket-server.ts';
import { log } from '../log.ts';
import { isSameOrigin } from './origin.ts';
import { servePage } from './page.ts';
import { securityHeaders } from './security-headers.ts';
import { sessionCookie, sessionToken } from './session-cookie.ts';

const READY_WITHIN_MS = 2_000;

export interface HttpOptions {
  readonly config: Config;
  readonly clock: Clock;
  readonly database: Database;
  readonly schema: GraphQLSchema;
  readonly gate: OperationGate;
  /** The actor of a session token; null when there is none or it ended. */
  readonly actorOf: (token: string | null) => Promise<Actor | null>;
  readonly routes: readonly Router[];
}

export interface HttpService {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

export async function serveHttp(server: Server, options: HttpOptions): Promise<HttpService> {
  const { config } = options;
  const app = express();
  app.disable('x-powered-by');
  // Answers to POST are never revalidated: hashing 60 KB of map for nothing is a tenth of its cost.
  app.disable('etag');
  app.use(...securityHeaders({ secure: config.publicUrl !== null, plain: config.lan }));
  app.get('/healthz', (_request, response) => void response.json({ ok: true }));
  app.get('/readyz', readiness(options.database));
  const graphql = await graphqlHandlers(options.schema, options.gate, (request, response) =>
    contextOf(options, request, response),
  );
  app.use(
    '/graphql',
    requireSameOrigin(config),
    onlyPost,
    express.json({ limit: '100kb', type: 'application/json', verify: refuseStrangeBytes }),
    ...graphql.handlers,
  );
  for (const route of options.routes) app.use(requireSameOrigin(config), route);
  app.use(servePage(config.pageDirectory));
  app.use(answerError);

  server.on('request', app);
  server.headersTimeout = 10_000;
  server.requestTimeout = 60_000;
  const closeSockets = serveSockets(server, {
    schema: options.schema,
    gate: options.gate,
    contextOf: (request) => socketContext(options, request),
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, () => resolve());
  });
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: config.publicUrl ?? `http://localhost:${port}`,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await closeSockets();
      await graphql.stop();
      server.closeIdleConnections();
      void setTimeout(2_000, undefined, { ref: false }).then(() => server.closeAllConnections());
      await closed;
    },
  };
}

/** The context of a request, for GraphQL and for module routes alike. */
export async function contextOf(
  options: Pick<HttpOptions, 'actorOf' | 'clock' | 'config'>,
  request: Request,
  response: Response,
): Promise<RequestContext> {
  const secure = !options.config.lan;
  const actor = await options.actorOf(sessionToken(request.headers, secure));
  return {
    actor,
    language: languageOf(request.headers['accept-language']),
    requestId: randomUUID(),
    clock: options.clock,
    address: request.socket.remoteAddress ?? '',
    setSessionCookie: (token, expiresAt) => response.append('Set-Cookie', sessionCookie(token, expiresAt, secure)),
  };
}

async function socketContext(options: HttpOptions, request: IncomingMessage): Promise<RequestContext | null> {
  const secure = !options.config.lan;
  if (!isSameOrigin(request.headers, options.config)) return null;
  const actor = await options.actorOf(sessionToken(request.headers, secure));
  if (!actor) return null;
  const language = languageOf(request.headers['accept-language']);
  return {
    actor,
    language,
    requestId: randomUUID(),
    clock: options.clock,
    address: request.socket.remoteAddress ?? '',
    setSessionCookie: () => undefined,
  };
}

const onlyPost: RequestHandler = (request, _response, next) => {
  if (request.method !== 'POST') throw new AppError('METHOD_NOT_ALLOWED');
  if (!request.is('application/json') || /charset=(?!utf-?8)/i.test(request.headers['content-type'] ?? ''))
    throw new AppError('UNSUPPORTED_MEDIA_TYPE');
  next();
};

/** JSON is UTF-8, and no field of ours is named so. */
function refuseStrangeBytes(_request: IncomingMessage, _response: ServerResponse, body: Buffer): void {
  if (!isUtf8(body) || /"(?:__proto__|constructor|prototype)"\s*:/.test(body.toString('latin1')))
    throw new AppError('BAD_REQUEST');
}

function requireSameOrigin(config: Config): RequestHandler {
  return (request, _response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD' && !isSameOrigin(request.headers, config))
      throw new AppError('FORBIDDEN_ORIGIN');
    next();
  };
}

/** Ready means that the database answers now: who asks is not kept waiting for one that may never. */
function readiness(database: Database): RequestHandler {
  return async (_request, response) => {
    const late = setTimeout(READY_WITHIN_MS, undefined, { ref: false }).then(() =>
      Promise.reject(new AppError('UNAVAILABLE')),
    );
    await Promise.race([database.read(SYSTEM, sql`select 1 as ok`), late]);
    response.json({ ok: true, engine: database.engine.kind });
  };
}

/** Faults outside GraphQL (body parser, routes, readiness): the same codes and sentences. */
const answerError: ErrorRequestHandler = (error: unknown, request, response, next) => {
  if (response.headersSent) return next(error);
  const { code, params } = describeHttpError(error);
  const requestId = randomUUID();
  if (code === 'INTERNAL') log.error({ requestId, err: error }, 'unexpected error');
  const status = httpStatusOf(code);
  if (status === 503) response.setHeader('Retry-After', '1');
  const message = errorText(code, languageOf(request.headers['accept-language']), { ...params, requestId });
  response.status(status).json({ errors: [{ message, extensions: { code, status, requestId } }] });
};

function describeHttpError(error: unknown): ReturnType<typeof describeError> {
  const type: unknown = error instanceof Error && 'type' in error ? error.type : undefined;
  if (type === 'entity.too.large') return { code: 'PAYLOAD_TOO_LARGE', params: { max: '100 KB' } };
  if (type === 'charset.unsupported' || type === 'encoding.unsupported')
    return { code: 'UNSUPPORTED_MEDIA_TYPE', params: {} };
  if (typeof type === 'string') return { code: 'BAD_REQUEST', params: {} };
  const status: unknown = error instanceof Error && 'status' in error ? error.status : undefined;
  if (status === 404) return { code: 'NOT_FOUND', params: {} };
  return describeError(error);
}
