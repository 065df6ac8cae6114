// Default deny, over all root fields: each carries a permission, or stands on this reviewed list of public ones.
import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  buildSchema,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isUnionType,
  isInterfaceType,
  type GraphQLInputType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client } from '../testkit/client.ts';
import { expectRefused } from '../testkit/refusals.ts';
import { startDemoServer, type TestServer } from '../testkit/server.ts';

/** What the signed-out may ask: who they are, sign in or out, and set a password by a one-time link. */
const PUBLIC = ['Mutation.setPassword', 'Mutation.signIn', 'Mutation.signOut', 'Query.viewer'];

/** A screen may end itself: leave the mode, or be revoked. */
const OWN_SESSION = ['Mutation.revokeSession', 'Mutation.setScreenMode'];

const schema = buildSchema(
  readFileSync(join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'schema', 'schema.graphql'), 'utf8'),
);
const rootFields = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
  Object.values((type as GraphQLObjectType).getFields()).map(
    (field) => [`${(type as GraphQLObjectType).name}.${field.name}`, field] as const,
  ),
);

let server: TestServer;
beforeAll(async () => {
  server = await startDemoServer();
});
afterAll(() => server.stop());

describe('every root field', () => {
  it('is known to this test', () => {
    expect(rootFields.length).toBeGreaterThan(35);
    expect(
      rootFields
        .map(([name]) => name)
        .filter((name) => PUBLIC.includes(name))
        .toSorted(),
    ).toEqual(PUBLIC);
  });

  it.each(rootFields.filter(([name]) => !PUBLIC.includes(name)))('%s refuses the signed-out', async (name, field) => {
    const answer = await new Client(server.url).graphql(documentOf(name, field));
    expectRefused(answer, 'UNAUTHENTICATED');
    expect(answer.data?.[field.name] ?? null).toBeNull();
  });

  it.each(
    rootFields.filter(
      ([name]) => name.startsWith('Mutation.') && !PUBLIC.includes(name) && !OWN_SESSION.includes(name),
    ),
  )('%s is refused on a big screen', async (name, field) => {
    const screen = await Client.signedIn(server.url, 'secretary', { screen: true });
    const answer = await screen.graphql(documentOf(name, field));
    expect(['SCREEN_READ_ONLY', 'FORBIDDEN']).toContain(answer.errors?.[0]?.extensions['code']);
    expect(answer.data?.[field.name] ?? null).toBeNull();
  });
});

/** A valid call of the field with made-up arguments, so that only authorization can refuse it. */
function documentOf(name: string, field: GraphQLField<unknown, unknown>): string {
  const args = field.args
    .filter((argument) => isNonNullType(argument.type))
    .map((argument) => `${argument.name}: ${literal(argument.type)}`);
  const operation = name.startsWith('Mutation.') ? 'mutation' : 'query';
  return `${operation} { ${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''} ${selection(field.type)} }`;
}

function selection(type: GraphQLField<unknown, unknown>['type']): string {
  const named = unwrap(type);
  if (isScalarType(named) || !(isObjectType(named) || isUnionType(named) || isInterfaceType(named))) return '';
  return '{ __typename }';
}

function unwrap(type: GraphQLField<unknown, unknown>['type']): GraphQLNamedType {
  return isNonNullType(type) || isListType(type) ? unwrap(type.ofType as GraphQLField<unknown, unknown>['type']) : type;
}

function literal(type: GraphQLInputType): string {
  if (isNonNullType(type)) return literal(type.ofType);
  if (isListType(type)) return `[${literal(type.ofType)}]`;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
    return `{ ${fields.map((field) => `${field.name}: ${literal(field.type)}`).join(', ')} }`;
  }
  if ('getValues' in type) return type.getValues()[0]?.name ?? '';
  return (
    { Int: '1', Float: '1', Boolean: 'true', DateTime: '"2026-07-01T00:00:00Z"', Date: '"2026-07-01"' }[type.name] ??
    '"x"'
  );
}
