// Checks the values of an operation before it runs: variables against their types, texts against what can be stored.
// Refuses to echo a value: an answer names the place and the type, since the value may be someone's phone.
import {
  coerceInputValue,
  type DocumentNode,
  getNamedType,
  type GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  type StringValueNode,
  typeFromAST,
  visit,
} from 'graphql';
import { AppError } from '../errors.ts';
import { argumentPath, joinPath } from './argument-path.ts';

/** @throws AppError BAD_USER_INPUT, INVALID_TIME, INVALID_TEXT with the path of the first fault */
export function checkVariables(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): void {
  for (const definition of operation.variableDefinitions ?? []) {
    const type = typeFromAST(schema, definition.type);
    if (!isInputType(type)) continue;
    const name = definition.variable.name.value;
    const base = (): string =>
      argumentPath(document, (node) => node.kind === Kind.VARIABLE && node.name.value === name) ?? name;
    if (!Object.hasOwn(variables, name)) {
      if (isNonNullType(type) && definition.defaultValue === undefined) throw unfit(base(), type);
      continue;
    }
    coerceInputValue(variables[name], type, (keys, _value, error) => {
      throw faultOf(error, base(), keys, type);
    });
    refuseUnstorable(variables[name], [], base);
  }
}

/** Literals are checked once per document. @throws AppError INVALID_TEXT */
export function checkTexts(document: DocumentNode): void {
  visit(document, {
    StringValue: (text: StringValueNode) => {
      if (!isStorable(text.value))
        throw new AppError(
          'INVALID_TEXT',
          {},
          argumentPath(document, (node) => node === text),
        );
    },
  });
}

/** What a type accepts, for a person: `VisitOutcome! (MET | NOT_HOME | …)`. */
export function expectedOf(type: GraphQLInputType): string {
  const named = getNamedType(type);
  return isEnumType(named)
    ? `${String(type)} (${named
        .getValues()
        .map((value) => value.name)
        .join(' | ')})`
    : String(type);
}

function faultOf(
  error: GraphQLError,
  base: string,
  keys: readonly (string | number)[],
  type: GraphQLInputType,
): AppError {
  const code = error.extensions['code'];
  if (code === 'INVALID_TIME')
    return new AppError(code, error.extensions['params'] as { value: string }, joinPath(base, keys));
  // The object is reported, its field is meant.
  const field = /^Field "(\w+)" (?:of required type|is not defined)/.exec(error.message)?.[1];
  const place = field === undefined ? keys : [...keys, field];
  return unfit(joinPath(base, place), typeAt(type, place) ?? typeAt(type, keys) ?? type);
}

function unfit(path: string, type: GraphQLInputType): AppError {
  return new AppError('BAD_USER_INPUT', { detail: `${path}: ${expectedOf(type)}` }, path);
}

function typeAt(type: GraphQLInputType, keys: readonly (string | number)[]): GraphQLInputType | undefined {
  let at: GraphQLInputType | undefined = type;
  for (const key of keys) {
    if (at && isNonNullType(at)) at = at.ofType as GraphQLInputType;
    if (typeof key === 'number') at = isListType(at) ? at.ofType : at;
    else at = isInputObjectType(at) ? at.getFields()[key]?.type : undefined;
  }
  return at;
}

function refuseUnstorable(value: unknown, keys: readonly (string | number)[], base: () => string): void {
  if (typeof value === 'string') {
    if (!isStorable(value)) throw new AppError('INVALID_TEXT', {}, joinPath(base(), keys));
  } else if (Array.isArray(value)) value.forEach((item, index) => refuseUnstorable(item, [...keys, index], base));
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) refuseUnstorable(inner, [...keys, key], base);
}

/** PostgreSQL refuses NUL, and would store a lone surrogate as another character. */
function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}
