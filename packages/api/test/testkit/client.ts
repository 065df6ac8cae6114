// A script's way in: signs in by mutation, keeps the session cookie, posts GraphQL, opens the live socket.
import { createClient, type Client as SocketClient } from 'graphql-ws';
import { WebSocket } from 'ws';

export interface GraphqlAnswer {
  readonly status: number;
  // Test documents are plain strings: their answers have no static type.
  readonly data: Record<string, never> | null;
  readonly errors: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[] | undefined;
  readonly extensions: Record<string, unknown> | undefined;
}

export class Client {
  readonly url: string;
  cookie = '';

  constructor(url: string) {
    this.url = url;
  }

  static async signedIn(url: string, username: string, options: { readonly screen?: boolean } = {}): Promise<Client> {
    const client = new Client(url);
    const answer = await client.graphql(
      `mutation ($u: String!, $s: Boolean!) { signIn(username: $u, password: $u, screen: $s) { __typename ... on Refusal { code } } }`,
      { u: username, s: options.screen ?? false },
    );
    if ((answer.data?.['signIn'] as { __typename?: string } | undefined)?.__typename !== 'SignedIn') {
      throw new Error(`sign-in of ${username} failed: ${JSON.stringify(answer)}`);
    }
    return client;
  }

  async graphql(
    query: string,
    variables: Record<string, unknown> = {},
    headers: Record<string, string> = {},
  ): Promise<GraphqlAnswer> {
    return this.post(JSON.stringify({ query, variables }), headers);
  }

  async post(body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}): Promise<GraphqlAnswer> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: this.cookie, ...headers },
      body,
    });
    for (const cookie of response.headers.getSetCookie()) this.cookie = cookie.split(';')[0] ?? '';
    const text = await response.text();
    const json = text.startsWith('{')
      ? (JSON.parse(text) as Omit<GraphqlAnswer, 'status'>)
      : { data: null, errors: undefined, extensions: undefined };
    return { ...json, status: response.status };
  }

  upload(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Response> {
    return fetch(`${this.url}/uploads?name=${encodeURIComponent(name)}`, {
      method: 'PUT',
      headers: { cookie: this.cookie },
      body: bytes,
    });
  }

  /** @param onClosed told the close code */
  socket(onClosed?: (code: number) => void): SocketClient {
    const { cookie } = this;
    return createClient({
      url: `${this.url.replace('http', 'ws')}/graphql`,
      retryAttempts: 0,
      on: { closed: (event) => onClosed?.((event as { code: number }).code) },
      webSocketImpl: class extends WebSocket {
        constructor(address: string, protocols: string | string[]) {
          super(address, protocols, { headers: { cookie } });
        }
      },
    });
  }
}
