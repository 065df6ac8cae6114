// What density asks of the modules before it, and no more.
import type { Language } from '@qinghe/schema';
import type { Access } from '#modules/access';
import type { Norms } from '#modules/geography';
import type { Scope } from '#platform/database/scope';

export interface RequestsFace {
  /** Views by uuid; those the viewer may not see are absent. */
  requestsByIds(access: Access, ids: readonly string[], language: Language): Promise<ReadonlyMap<string, object>>;
}

export interface PlacesFace {
  normsInForce(scope: Scope, communityId: string, at: Date): Promise<Norms>;
  entrances(access: Access, ids: readonly string[]): Promise<ReadonlyMap<string, object>>;
  /** By opaque id. */
  grids(access: Access, ids: readonly string[], validAt: Date): Promise<ReadonlyMap<string, object>>;
  /** Names of people (empty on a screen) and organizations by uuid. */
  names(access: Access, ids: { readonly people: readonly string[]; readonly organizations: readonly string[] }): Promise<ReadonlyMap<string, string>>;
}
