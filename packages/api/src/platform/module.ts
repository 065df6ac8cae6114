// What a feature module hands to the composition root.
import type { Router } from 'express';
import type { IdType, DecodedId } from './ids.ts';
import type { RequestContext } from './graphql/context.ts';

export interface ModuleParts {
  /** Instances of TypeGraphQL resolver classes. */
  readonly resolvers: readonly object[];
  /** Answers `node(id)` for its types; null when absent or not the viewer's. */
  readonly nodes?: Partial<Record<IdType, (context: RequestContext, id: DecodedId) => Promise<object | null>>>;
  readonly routes?: readonly Router[];
  /** Ends timers and background work. */
  readonly stop?: () => Promise<void> | void;
}
