// Owns questions to the server: one POST a question, same origin, the session's cookie. Refuses caching (react-query
// does it) and subscriptions (live-store.ts).
import { keepPreviousData, QueryClient, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { ApiError, faultOf } from './api-error.ts';
import { graphql } from './gql/index.ts';
import type { TypedDocumentString } from './gql/graphql.ts';

export { ApiError } from './api-error.ts';

/** What every mutation may answer instead of its result. */
graphql(`
  fragment Refused on Refusal {
    code
    message
    path
  }
`);

/** How the page names its language to the server. */
type RequestLanguage = 'zh-CN' | 'en';

let requestLanguage: RequestLanguage = 'zh-CN';
const signedOutListeners = new Set<() => void>();

/** Sentences of later answers come in this language. */
export function setRequestLanguage(language: 'zh' | 'en'): void {
  requestLanguage = language === 'zh' ? 'zh-CN' : 'en';
}

/** For what is asked past GraphQL: its sentences come in the page's language too. */
export function languageHeader(): { readonly 'Accept-Language': string } {
  return { 'Accept-Language': requestLanguage };
}

/** Hears when the server no longer knows the session. @returns what ends the listening */
export function onSignedOut(listener: () => void): () => void {
  signedOutListeners.add(listener);
  return () => signedOutListeners.delete(listener);
}

/**
 * Asks the server once.
 *
 * @throws ApiError with the server's code and sentence; `OFFLINE` when nobody answered, `UNAVAILABLE` when what came is
 * no answer of this server
 */
export async function execute<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Result> {
  const response = await send({ query: document.toString(), variables }, signal);
  const body = await readBody<Result>(response);
  if (body.errors && body.errors.length > 0) {
    const fault = faultOf(body.errors);
    if (fault.code === 'UNAUTHENTICATED') for (const listener of signedOutListeners) listener();
    throw fault;
  }
  if (!body.data) throw new ApiError({ code: 'UNAVAILABLE', message: '' });
  return body.data;
}

async function send(body: object, signal: AbortSignal | undefined): Promise<Response> {
  try {
    return await fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', accept: 'application/json', 'accept-language': requestLanguage },
      body: JSON.stringify(body),
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError({ code: 'OFFLINE', message: '' });
  }
}

interface Body<Result> {
  readonly data?: Result | null;
  readonly errors?: Parameters<typeof faultOf>[0];
}

async function readBody<Result>(response: Response): Promise<Body<Result>> {
  try {
    return (await response.json()) as Body<Result>;
  } catch {
    throw new ApiError({ code: 'UNAVAILABLE', message: '' });
  }
}

/** One cache a page. A failed question is asked again twice, unless the server understood it and said no. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < 2 && isPassing(error),
    },
  },
});

const PASSING = new Set(['OFFLINE', 'UNAVAILABLE', 'RATE_LIMITED']);

function isPassing(error: Error): boolean {
  return !(error instanceof ApiError) || PASSING.has(error.code);
}

/** What `useData` takes besides document and variables. */
export interface DataOptions {
  readonly enabled?: boolean;
  /** Milliseconds between repetitions; left out: none. */
  readonly refetchMs?: number;
  /** Milliseconds an answer is good for; `Infinity` for what changes with its variables only. */
  readonly staleMs?: number;
  /** Shows the answer to the former variables until the new one is there. */
  readonly keepPrevious?: boolean;
}

/** Key of a question's answer in the cache, for `invalidateQueries`; without variables: of all its answers. */
export function dataKey<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables?: Variables,
): readonly unknown[] {
  return variables === undefined ? [document.toString()] : [document.toString(), variables];
}

/** A question as a hook; the same document and variables are asked once for the whole page. */
export function useData<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  options: DataOptions = {},
): UseQueryResult<Result, Error> {
  const { enabled = true, refetchMs, staleMs, keepPrevious = false } = options;
  return useQuery<Result, Error>({
    queryKey: dataKey(document, variables),
    queryFn: ({ signal }) => execute(document, variables, signal),
    enabled,
    ...(refetchMs === undefined ? {} : { refetchInterval: refetchMs }),
    ...(staleMs === undefined ? {} : { staleTime: staleMs }),
    ...(keepPrevious ? { placeholderData: keepPreviousData as never } : {}),
  });
}

/** Asks again whatever is shown of this question. */
export async function refresh<Result, Variables>(document: TypedDocumentString<Result, Variables>): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: dataKey(document) });
}

/** Names one mutation, so that repeating it is safe. */
export function newClientEventId(): string {
  // randomUUID is missing on plain http of a LAN address; getRandomValues is not.
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
