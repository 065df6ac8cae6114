// Writes operations that ask everything a root field can answer, down to a depth, from the published schema.
// Refuses to invent arguments: the test gives realistic ones.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  buildSchema,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

/** The contract as it is published. */
export function publishedSchema(): GraphQLSchema {
  const file = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'schema', 'schema.graphql');
  return buildSchema(readFileSync(file, 'utf8'));
}

/** Names and fields of a root type, e.g. of `Query`. */
export function rootFieldsOf(type: GraphQLObjectType | null | undefined): readonly GraphQLField<unknown, unknown>[] {
  return Object.values(type?.getFields() ?? {});
}

/**
 * `{ name(args) { … } }` with every field that needs no argument, objects down to `depth`; one operation for each type that
 * the field may answer with, since their fields may share a name and not a type.
 */
export function askEverything(
  schema: GraphQLSchema,
  field: GraphQLField<unknown, unknown>,
  args: string,
  depth: number,
): readonly string[] {
  const type = getNamedType(field.type);
  const call = `${field.name}${args ? `(${args})` : ''}`;
  if (!isInterfaceType(type)) return [`{ ${call}${selection(schema, type, depth)} }`];
  return schema
    .getPossibleTypes(type)
    .map((each) => `{ ${call} { __typename ... on ${each.name} { ${fieldsOf(schema, each, depth)} } } }`);
}

function selection(schema: GraphQLSchema, type: GraphQLNamedType, depth: number): string {
  return isObjectType(type) ? ` { __typename ${fieldsOf(schema, type, depth)} }` : '';
}

function fieldsOf(schema: GraphQLSchema, type: GraphQLObjectType, depth: number): string {
  const asked = Object.values(type.getFields()).filter((field) => !field.args.some(isRequiredArgument));
  return asked
    .filter((field) => depth > 0 || !isCompositeType(getNamedType(field.type)))
    .map((field) => `${field.name}${selection(schema, getNamedType(field.type), stepOf(type) ? depth : depth - 1)}`)
    .join(' ');
}

/** `edges` and `node` are no depth of their own. */
function stepOf(type: GraphQLObjectType): boolean {
  return /(Connection|Edge)$/.test(type.name);
}
