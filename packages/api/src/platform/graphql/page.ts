// Relay connections: `first` 1 to 100, opaque cursors. A read model fetches first + 1 rows after the cursor.
import { AppError } from '../errors.ts';

export interface PageRequest {
  readonly first: number;
  /** Sort key of the last row seen, as the read model wrote it. */
  readonly after: readonly string[] | null;
}

export interface Connection<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: number;
}

/** @throws AppError BAD_PAGE_SIZE, BAD_CURSOR */
export function readPage(first: number, after: string | null | undefined): PageRequest {
  if (!Number.isInteger(first) || first < 1 || first > 100) throw new AppError('BAD_PAGE_SIZE', { first }, 'first');
  if (after === null || after === undefined) return { first, after: null };
  try {
    const key: unknown = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'));
    if (Array.isArray(key) && key.every((part) => typeof part === 'string')) return { first, after: key };
  } catch {
    // falls through to the same refusal: a cursor is ours or it is not
  }
  throw new AppError('BAD_CURSOR', {}, 'after');
}

/**
 * @param rows at most first + 1 rows in order
 * @param keyOf the sort key that `after` will carry
 */
export function toConnection<Row, Node>(
  page: PageRequest,
  rows: readonly Row[],
  totalCount: number,
  keyOf: (row: Row) => readonly string[],
  nodeOf: (row: Row) => Node,
): Connection<Node> {
  const edges = rows.slice(0, page.first).map((row) => ({
    cursor: Buffer.from(JSON.stringify(keyOf(row))).toString('base64url'),
    node: nodeOf(row),
  }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > page.first,
      hasPreviousPage: page.after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount,
  };
}
