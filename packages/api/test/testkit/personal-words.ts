// Gathers what a screen must not show, as a secretary may read it: names, phones, texts, doors; and looks for it in answers.
import { type Client, type GraphqlAnswer } from './client.ts';

export interface PersonalWords {
  readonly names: ReadonlySet<string>;
  readonly phones: ReadonlySet<string>;
  readonly texts: ReadonlySet<string>;
  readonly doors: ReadonlySet<string>;
  /** What of it stands in an answer, with the path; care levels by their field. Empty when it is safe for a screen. */
  foundIn(answer: GraphqlAnswer): string[];
}

type Leaf = readonly [path: string, text: string];

export async function personalWords(secretary: Client, community: string): Promise<PersonalWords> {
  const found = {
    names: new Set<string>(),
    phones: new Set<string>(),
    texts: new Set<string>(),
    doors: new Set<string>(),
  };
  const [staff, requests, visits, doors] = await Promise.all([
    secretary.graphql(
      `{ viewer { name } grids(community: "${community}") { worker { name } branchSecretary { name } } }`,
    ),
    secretary.graphql(
      `{ requests(community: "${community}", first: 100) { edges { node { text door steps { actor note } responsible { name } onCall { name } } } } }`,
    ),
    secretary.graphql(
      `{ visits(community: "${community}", first: 100) { edges { node { door visitors { name } } } } }`,
    ),
    secretary.graphql(`{ doorsDue(community: "${community}", first: 100) { edges { node { id label } } } }`),
  ]);
  const dwellings: string[] = [];
  for (const answer of [staff, requests, visits, doors]) {
    for (const [path, text] of leaves(answer.data)) {
      if (/\.(name|actor)$/.test(path)) found.names.add(text);
      else if (/\.(text|note)$/.test(path)) found.texts.add(text);
      else if (/\.(door|label)$/.test(path)) found.doors.add(text);
      else if (path.endsWith('.id')) dwellings.push(text);
    }
  }
  for (const dwelling of dwellings.slice(0, 40)) {
    const answer = await secretary.graphql(
      'mutation ($id: ID!) { revealContact(dwelling: $id) { __typename ... on Contact { name phone } } }',
      { id: dwelling },
    );
    for (const [path, text] of leaves(answer.data)) {
      if (path.endsWith('.name')) found.names.add(text);
      if (path.endsWith('.phone')) found.phones.add(text);
    }
  }
  return { ...found, foundIn: (answer) => leaves(answer).flatMap((leaf) => told(leaf, found)) };
}

function told([path, text]: Leaf, hidden: Omit<PersonalWords, 'foundIn'>): string[] {
  const words = [...hidden.names, ...hidden.phones, ...hidden.texts].filter((word) => text.includes(word));
  if (path.endsWith('.careLevel')) words.push(text);
  // A door is three or four digits: looked for where a person reads, not inside ids, instants and shapes.
  const forReading =
    !/(^|\.)(id|requestId|cursor|startCursor|endCursor|mapId|code|query|request|entrance)$/.test(path) &&
    !/^\d{4}-\d\d-\d\d/.test(text);
  const doors = forReading
    ? (text.match(/(?<!\d)\d{3,4}(?!\d)/g) ?? []).filter((digits) => hidden.doors.has(digits))
    : [];
  return [...words, ...doors].map((word) => `${path}: ${word}`);
}

function leaves(value: unknown, path = ''): Leaf[] {
  if (typeof value === 'string') return value === '' ? [] : [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, Array.isArray(value) ? path : `${path}.${key}`));
}
