// What density asks of the modules before it, and no more.
import type { Access } from '#modules/access';
import type { Norms } from '#modules/geography';
import type { RequestsFace as FullRequestsFace } from '#modules/requests';
import type { Scope } from '#platform/database/scope';

/** Views of requests as the viewer may see them; those absent or not theirs are left out. */
export type RequestsFace = Pick<FullRequestsFace, 'requestsByIds'>;

export interface PlacesFace {
  normsInForce(scope: Scope, communityId: string, at: Date): Promise<Norms>;
  entrances(access: Access, ids: readonly string[]): Promise<ReadonlyMap<string, object>>;
  /** By opaque id. */
  grids(access: Access, ids: readonly string[], validAt: Date): Promise<ReadonlyMap<string, object>>;
  /** Names of people (empty on a screen) and organizations by uuid. */
  names(
    access: Access,
    ids: { readonly people: readonly string[]; readonly organizations: readonly string[] },
  ): Promise<ReadonlyMap<string, string>>;
}
