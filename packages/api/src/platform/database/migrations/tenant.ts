// The statements every tenant table needs for row-level security: the second wall behind the services.
// A session names the communities it may touch; one without any sees no rows at all.

/** As the first migrations wrote it: the cast runs for every row. Every table has had {@link rescope} since. */
const IN_SCOPE_CAST_PER_ROW = `((select current_setting('qinghe.system', true)) = 'on'
  or community_id = any ((select string_to_array(nullif(current_setting('qinghe.communities', true), ''), ','))::uuid[]))`;

const IN_SCOPE = `((select current_setting('qinghe.system', true)) = 'on'
  or community_id = any ((select string_to_array(nullif(current_setting('qinghe.communities', true), ''), ',')::uuid[])::uuid[]))`;

const PERSONAL = `(select current_setting('qinghe.personal', true)) = 'on'`;

/** Rights of the application role on a table: an append-only table is never changed, not even by us. */
export type Rights = 'full' | 'append-only';

/** Forces row-level security on a tenant table and grants the application role its rights. */
export function tenantTable(table: string, rights: Rights = 'full'): string[] {
  return secured(table, IN_SCOPE_CAST_PER_ROW, rights);
}

/** As {@link tenantTable}, for personal data: the session must also have been opened for personal reading. */
export function personalTable(table: string, rights: Rights = 'full'): string[] {
  return secured(table, `${IN_SCOPE_CAST_PER_ROW} and ${PERSONAL}`, rights);
}

function secured(table: string, condition: string, rights: Rights): string[] {
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy tenant on ${table} using (${condition}) with check (${condition})`,
    grant(table, rights),
  ];
}

/** The policy with the cast run once a query. A new table takes it right after {@link tenantTable} or {@link personalTable}. */
export function rescope(table: string, kind: 'tenant' | 'personal' = 'tenant'): string {
  const condition = kind === 'personal' ? `${IN_SCOPE} and ${PERSONAL}` : IN_SCOPE;
  return `alter policy tenant on ${table} using (${condition}) with check (${condition})`;
}

/** Grants the application role its rights on a table without community (accounts, sessions). */
export function grant(table: string, rights: Rights = 'full'): string {
  return `grant ${rights === 'full' ? 'select, insert, update, delete' : 'select, insert'} on ${table} to qinghe_app`;
}
