// Owns asking the server past the page: to know what the page should show, and to act as somebody who has no window open.
// Refuses what a person of the story does by hand.

/** The demo's community. */
export const COMMUNITY = '420107005008';

export interface Api {
  /** @throws on GraphQL errors and on a Refusal in any field */
  readonly ask: <Data>(query: string, variables?: Readonly<Record<string, unknown>>) => Promise<Data>;
}

interface Answer {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string }[];
}

/** A demo login: the password is the name. */
export async function signedIn(url: string, username: string): Promise<Api> {
  let cookie = '';
  const post = async (query: string, variables: object): Promise<Answer> => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ query, variables }),
    });
    cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
    return (await response.json()) as Answer;
  };
  const api: Api = {
    ask: async <Data>(query: string, variables = {}) => {
      const { data, errors } = await post(query, variables);
      if (errors || data === null) throw new Error(JSON.stringify(errors));
      const refusal = Object.values(data).find(
        (value) => (value as { __typename?: string } | null)?.__typename === 'Refusal',
      );
      if (refusal) throw new Error(JSON.stringify(refusal));
      return data as Data;
    },
  };
  await api.ask(
    'mutation($name: String!) { signIn(username: $name, password: $name) { __typename ... on Refusal { code message } } }',
    { name: username },
  );
  return api;
}

/** The server's clock, epoch ms. */
export async function serverNow({ ask }: Api): Promise<number> {
  const { viewer } = await ask<{ viewer: { now: string } }>('{ viewer { now } }');
  return Date.parse(viewer.now);
}

/** Moves the demo's running clock forward to an instant; nothing where it is past already. @param api an administrator's */
export async function moveClockTo(api: Api, instant: string): Promise<void> {
  if ((await serverNow(api)) >= Date.parse(instant)) return;
  await api.ask('mutation($to: DateTime!) { moveDemoClock(to: $to) { __typename ... on Refusal { code message } } }', {
    to: instant,
  });
}

/** Opaque id of an entrance by its name. @throws where there is none */
export async function entranceId({ ask }: Api, name: string): Promise<string> {
  const { grids } = await ask<{ grids: { entrances: { id: string; name: string }[] }[] }>(
    'query($c: String!) { grids(community: $c) { entrances { id name } } }',
    { c: COMMUNITY },
  );
  const found = grids.flatMap(({ entrances }) => entrances).find((entrance) => entrance.name === name);
  if (!found) throw new Error(`There is no entrance ${name}.`);
  return found.id;
}

/** Registers a request as somebody else would. @returns its opaque id */
export async function registerRequest(api: Api, entrance: string, category: string, text: string): Promise<string> {
  const input = { community: COMMUNITY, entrance, category, text, clientEventId: crypto.randomUUID() };
  const { createRequest } = await api.ask<{ createRequest: { id: string } }>(
    'mutation($input: CreateRequestInput!) { createRequest(input: $input) { __typename ... on Refusal { code message } ... on ServiceRequest { id } } }',
    { input },
  );
  return createRequest.id;
}

export interface StripTotals {
  readonly households: number;
  readonly residents: number;
  readonly openRequests: number;
  readonly overdueRequests: number;
  readonly doorsDue: number;
  readonly doorsMet: number;
}

/** The six figures by SQL, as of an instant. */
export async function totalsAt({ ask }: Api, asOf: string): Promise<StripTotals> {
  const { community } = await ask<{ community: { totals: StripTotals } }>(
    'query($c: String!, $at: DateTime!) { community(code: $c) { totals(asOf: $at) { households residents openRequests overdueRequests doorsDue doorsMet } } }',
    { c: COMMUNITY, at: asOf },
  );
  return community.totals;
}

/** A metric of each grid by SQL, as of an instant: numerators by grid number as written in the list. */
export async function densityAt(
  { ask }: Api,
  metric: string,
  asOf: string,
): Promise<readonly { readonly name: string; readonly numerator: number; readonly value: number | null }[]> {
  const { density } = await ask<{ density: { cells: { name: string; numerator: number; value: number | null }[] } }>(
    'query($c: String!, $m: Metric!, $at: DateTime!) { density(community: $c, metric: $m, by: GRID, window: D7, asOf: $at) { cells { name numerator value } } }',
    { c: COMMUNITY, m: metric, at: asOf },
  );
  return density.cells;
}
