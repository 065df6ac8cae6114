// Where a value stands in an operation's arguments, as callers write it: `input.visits[0].dwelling`, `asOf`.
// Refuses to know what is wrong with the value.
import { type DocumentNode, Kind, type ValueNode, visit } from 'graphql';

/** @returns the path below the innermost field of the first value that `wanted` accepts; undefined when there is none */
export function argumentPath(document: DocumentNode, wanted: (node: ValueNode) => boolean): string | undefined {
  let found: string | undefined;
  visit(document, {
    VariableDefinition: () => false,
    enter(node, _key, _parent, keys) {
      if (found === undefined && isValue(node) && wanted(node)) found = textOf(document, keys);
    },
  });
  return found;
}

/** Appends what a validator of input objects reports: field names and list positions. */
export function joinPath(base: string, keys: readonly (string | number)[]): string {
  return keys.reduce<string>((path, key) => (typeof key === 'number' ? `${path}[${key}]` : `${path}.${key}`), base);
}

function textOf(document: DocumentNode, keys: readonly (string | number)[]): string {
  let at: unknown = document;
  let path = '';
  keys.forEach((key, index) => {
    at = (at as Record<string | number, unknown>)[key];
    const { kind, name } = at as { kind?: Kind; name?: { value: string } };
    if (kind === Kind.ARGUMENT) path = name?.value ?? '';
    else if (kind === Kind.OBJECT_FIELD) path = joinPath(path, [name?.value ?? '']);
    else if (typeof key === 'number' && keys[index - 1] === 'values') path = joinPath(path, [key]);
  });
  return path;
}

const VALUES: ReadonlySet<string> = new Set([
  Kind.VARIABLE,
  Kind.INT,
  Kind.FLOAT,
  Kind.STRING,
  Kind.BOOLEAN,
  Kind.NULL,
  Kind.ENUM,
  Kind.LIST,
  Kind.OBJECT,
]);

function isValue(node: { readonly kind: string }): node is ValueNode {
  return VALUES.has(node.kind);
}
