// Owns the command line's way to a running server: sign-in, uploads, operations. The embedded database can be opened by one
// process only, so commands go through its door like everyone else. Refuses to keep the password or the session anywhere.
import { CliFault } from './cli-fault.ts';

export interface SignIn {
  readonly url: string;
  readonly username: string;
  readonly password: string;
  /** Of the sentences in answers. */
  readonly language: 'zh' | 'en';
}

const SIGN_IN = `mutation($username: String!, $password: String!) {
  signIn(username: $username, password: $password) { __typename ... on Refusal { message } } }`;

interface GraphqlBody {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string }[];
}

export class ServerSession {
  readonly #url: string;
  readonly #language: string;
  #token = '';

  private constructor(url: string, language: string) {
    this.#url = url.replace(/\/+$/, '');
    this.#language = language;
  }

  /** @throws CliFault when the server is away or refuses */
  static async open({ url, username, password, language }: SignIn): Promise<ServerSession> {
    const session = new ServerSession(url, language);
    const { response, body } = await session.#post(SIGN_IN, { username, password });
    const result = body.data?.['signIn'] as { readonly message?: string } | undefined;
    if (result?.message) throw new CliFault(result.message, 1);
    // A browser would not keep a Secure cookie that came over http://localhost; as a bearer it is the same session.
    const cookie = response.headers.getSetCookie().find((each) => /^(__Host-)?sid=/.test(each));
    session.#token = /^[^=]+=([\w-]+)/.exec(cookie ?? '')?.[1] ?? '';
    if (session.#token === '') throw new CliFault('The server gave no session.', 1);
    return session;
  }

  /** The result of one root field. A refusal ends the command with its sentence. @throws CliFault */
  async ask<Result extends object>(
    field: string,
    source: string,
    variables: Readonly<Record<string, unknown>>,
  ): Promise<Result> {
    const { body } = await this.#post(source, variables);
    const result = body.data?.[field] as
      | (Result & { readonly __typename?: string; readonly message?: string; readonly path?: string })
      | undefined;
    if (!result) throw new CliFault(body.errors?.[0]?.message ?? 'The server gave no answer.', 1);
    if (result.__typename === 'Refusal')
      throw new CliFault([result.message, result.path && `(${result.path})`].filter(Boolean).join(' '), 1);
    return result;
  }

  /** @returns the upload's id @throws CliFault */
  async upload(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
    const response = await this.#fetch(`/uploads?name=${encodeURIComponent(name)}`, { method: 'PUT', body: bytes });
    const body = (await response.json()) as GraphqlBody & { readonly upload?: string };
    if (!body.upload) throw new CliFault(`${name}: ${body.errors?.[0]?.message ?? response.statusText}`, 1);
    return body.upload;
  }

  async close(): Promise<void> {
    await this.#post('mutation { signOut { ok } }', {});
  }

  async #post(
    query: string,
    variables: Readonly<Record<string, unknown>>,
  ): Promise<{ response: Response; body: GraphqlBody }> {
    const response = await this.#fetch('/graphql', {
      method: 'POST',
      body: JSON.stringify({ query, variables }),
      headers: { 'content-type': 'application/json' },
    });
    return { response, body: (await response.json()) as GraphqlBody };
  }

  async #fetch(path: string, init: RequestInit & { readonly headers?: Record<string, string> }): Promise<Response> {
    const headers = {
      'accept-language': this.#language,
      ...(this.#token ? { authorization: `Bearer ${this.#token}` } : {}),
      ...init.headers,
    };
    try {
      return await fetch(`${this.#url}${path}`, { ...init, headers });
    } catch {
      throw new CliFault(
        `${this.#url}: no answer. Is the server running (npm start)? Another address: --url or QINGHE_URL.`,
        1,
      );
    }
  }
}
