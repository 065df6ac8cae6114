// Checks page sizes, and that only our own cursors are read.
import { expect, it } from 'vitest';
import { readPage, toConnection } from './page.ts';

it('walks a list by its own cursors', () => {
  const rows = ['a', 'b', 'c', 'd', 'e'];
  const pageOf = (first: number, after: string | null) => {
    const page = readPage(first, after);
    const rest = rows.filter((row) => page.after === null || row > (page.after[0] ?? ''));
    return toConnection(
      page,
      rest.slice(0, first + 1),
      rows.length,
      (row) => [row],
      (row) => row,
    );
  };
  const first = pageOf(2, null);
  expect(first.edges.map((edge) => edge.node)).toEqual(['a', 'b']);
  expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
  const last = pageOf(100, first.pageInfo.endCursor);
  expect(last.edges.map((edge) => edge.node)).toEqual(['c', 'd', 'e']);
  expect(last).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: false, hasPreviousPage: true } });
});

it.each([0, -1, 101, 1.5, Number.NaN])('refuses a page of %s', (first) => {
  expect(() => readPage(first, null)).toThrow('BAD_PAGE_SIZE');
});

it.each(['', 'nonsense', Buffer.from('{"a":1}').toString('base64url'), Buffer.from('[1]').toString('base64url')])(
  'refuses the cursor %j',
  (after) => {
    expect(() => readPage(1, after)).toThrow('BAD_CURSOR');
  },
);
