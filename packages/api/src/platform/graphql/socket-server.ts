// GraphQL over graphql-transport-ws: subscriptions only, the same gate as HTTP, execution once per group of equal ones.
import type { IncomingMessage, Server } from 'node:http';
import {
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
  GraphQLError,
  createSourceEventStream,
  execute,
  getOperationAST,
  print,
} from 'graphql';
import { makeServer, type ServerOptions } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { AppError } from '../errors.ts';
import type { RequestContext } from './context.ts';
import { formatError } from './format-error.ts';
import { type OperationGate, readOperation } from './operation.ts';
import { beginSplicing, endSplicing, Spliced } from './splice.ts';

const LIMITS = {
  messageBytes: 64 * 1024,
  subscriptionsPerSocket: 20,
  bufferedBytes: 256 * 1024,
  recheckMs: 30_000,
} as const;

export interface SocketOptions {
  readonly schema: GraphQLSchema;
  readonly gate: OperationGate;
  /** Reads the session of the upgrade request; null refuses the socket (signed out, foreign origin). */
  readonly contextOf: (request: IncomingMessage) => Promise<RequestContext | null>;
}

interface Extra {
  readonly context: RequestContext;
  readonly subscriptions: Set<string>;
}

/** Serves `/graphql` upgrades on the given HTTP server. Returns a function that closes every socket with 1012. */
export function serveSockets(httpServer: Server, options: SocketOptions): () => Promise<void> {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: LIMITS.messageBytes,
    handleProtocols: () => 'graphql-transport-ws',
  });
  const protocol = makeServer<Record<string, unknown>, Extra>(protocolOptions(options));

  httpServer.on('upgrade', (request, socket, head) => {
    if (new URL(request.url ?? '/', 'http://localhost').pathname !== '/graphql') return void socket.destroy();
    void options.contextOf(request).then(
      (context) => {
        if (!context) return void socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n');
        sockets.handleUpgrade(request, socket, head, (webSocket) => attach(webSocket, request, context));
      },
      () => void socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n'),
    );
  });

  const attach = (webSocket: WebSocket, request: IncomingMessage, context: RequestContext): void => {
    const closed = protocol.opened(
      {
        protocol: webSocket.protocol,
        send: (text) => send(webSocket, endSplicing(text)),
        close: (code, reason) => webSocket.close(code, reason),
        onMessage: (handle) =>
          void webSocket.on(
            'message',
            (data) => void handle((data as Buffer).toString()).catch(() => webSocket.close(1011)),
          ),
      },
      { context, subscriptions: new Set() },
    );
    // A revoked session ends its sockets within half a minute.
    const recheck = setInterval(() => {
      void options.contextOf(request).then(
        (current) => !current && webSocket.close(4403, 'Forbidden'),
        () => undefined,
      );
    }, LIMITS.recheckMs);
    webSocket.on('error', () => webSocket.terminate());
    webSocket.once('close', (code, reason) => {
      clearInterval(recheck);
      void closed(code, reason.toString());
    });
  };

  return async () => {
    for (const client of sockets.clients) client.close(1012, 'Service restart');
    await new Promise<void>((resolve) => sockets.close(() => resolve()));
  };
}

function protocolOptions({ schema, gate }: SocketOptions): ServerOptions<Record<string, unknown>, Extra> {
  return {
    connectionInitWaitTimeout: 3_000,
    // Called first with the whole message: from here to send() runs without a pause, so one collector serves all sockets.
    jsonMessageReplacer: (key, value: unknown) => {
      if (key === '') beginSplicing();
      return value;
    },
    onSubscribe: (connection, id, payload) => {
      const { context, subscriptions } = connection.extra;
      try {
        if (subscriptions.size >= LIMITS.subscriptionsPerSocket)
          throw new AppError('SUBSCRIPTION_LIMIT', { max: LIMITS.subscriptionsPerSocket });
        const operation = readOperation(payload);
        const document = gate.admit(operation, true);
        if (getOperationAST(document, operation.operationName)?.operation !== 'subscription')
          throw new AppError('BAD_REQUEST', {}, 'query');
        subscriptions.add(id);
        return {
          schema,
          document,
          operationName: operation.operationName,
          variableValues: operation.variables,
          contextValue: context,
        };
      } catch (error) {
        return [toGraphQLError(error, context)];
      }
    },
    subscribe: (args) => sharedSubscription(args as ExecutionArgs & { contextValue: RequestContext }),
    onComplete: (connection, id) => void connection.extra.subscriptions.delete(id),
    onError: (connection, _id, _payload, errors) =>
      errors.map((error) => toGraphQLError(error, connection.extra.context).toJSON()),
  };
}

/** Errors that were put into words here already: graphql-ws hands those of onSubscribe to onError as well. */
const told = new WeakSet<object>();

function toGraphQLError(error: unknown, context: RequestContext): GraphQLError {
  if (error instanceof GraphQLError && told.has(error)) return error;
  const formatted = formatError(error, context.language, context.requestId);
  const inWords = new GraphQLError(formatted.message, { extensions: { ...formatted.extensions } });
  told.add(inWords);
  return inWords;
}

/** Waits while the client is slow, so that the source coalesces instead of the socket queueing. */
async function send(webSocket: WebSocket, text: string): Promise<void> {
  if (webSocket.readyState !== webSocket.OPEN) return;
  await new Promise<void>((resolve) => webSocket.send(text, () => resolve()));
  while (webSocket.bufferedAmount > LIMITS.bufferedBytes && webSocket.readyState === webSocket.OPEN) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

type Rendered = Promise<ExecutionResult>;
/** Frames are shared objects: the first subscriber of a group to see one renders it for all. */
const rendered = new WeakMap<object, Map<string, Rendered>>();

async function sharedSubscription(
  args: ExecutionArgs & { contextValue: RequestContext },
): Promise<AsyncIterable<ExecutionResult> | ExecutionResult> {
  const source = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in source)) return withFormattedErrors(source, args.contextValue);
  const { after: _private, ...shared } = (args.variableValues ?? {}) as Record<string, unknown>;
  const group = `${args.contextValue.language}|${args.operationName ?? ''}|${JSON.stringify(shared)}|${print(args.document)}`;
  return render(source as AsyncIterable<object>, args, group);
}

/** No generator: one that waits for its source cannot be ended, and a subscriber who left would stay until the next frame. */
function render(
  source: AsyncIterable<object>,
  args: ExecutionArgs & { contextValue: RequestContext },
  group: string,
): AsyncIterableIterator<ExecutionResult> {
  const frames = source[Symbol.asyncIterator]();
  return {
    async next() {
      const frame = await frames.next();
      return frame.done
        ? { done: true, value: undefined }
        : { done: false, value: await renderOnce(frame.value, args, group) };
    },
    async return() {
      await frames.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

function renderOnce(frame: object, args: ExecutionArgs & { contextValue: RequestContext }, group: string): Rendered {
  const groups = rendered.get(frame) ?? new Map<string, Rendered>();
  rendered.set(frame, groups);
  const result = groups.get(group) ?? renderFrame(frame, args);
  groups.set(group, result);
  return result;
}

async function renderFrame(frame: object, args: ExecutionArgs & { contextValue: RequestContext }): Rendered {
  const result = await execute({ ...args, rootValue: frame });
  if (result.errors) return withFormattedErrors(result, args.contextValue);
  return { data: new Spliced(JSON.stringify(result.data)) as unknown as Record<string, unknown> };
}

function withFormattedErrors(result: ExecutionResult, context: RequestContext): ExecutionResult {
  const errors = result.errors?.map((error) => toGraphQLError(error, context));
  return { data: result.data ?? null, ...(errors ? { errors } : {}) };
}
