// What a database session may touch; row-level security enforces it whatever the query says.

/** Communities (uuids) whose rows are visible, or all of them for the system itself. */
export interface Scope {
  readonly communities: readonly string[] | 'all';
  /** True opens the tables of personal data: contacts, texts, care levels. Never for a screen. */
  readonly personal: boolean;
}

/** The server's own work: start, seed, simulator, live hub. Never a user's request. */
export const SYSTEM: Scope = { communities: 'all', personal: true };

/** The role every session takes: no superuser, cannot bypass row-level security. */
export const APP_ROLE = 'qinghe_app';

/** Session variables that the policies read. */
export function scopeVariables(scope: Scope): Record<string, string> {
  return {
    'qinghe.system': scope.communities === 'all' ? 'on' : 'off',
    'qinghe.communities': scope.communities === 'all' ? '' : scope.communities.join(','),
    'qinghe.personal': scope.personal ? 'on' : 'off',
  };
}
