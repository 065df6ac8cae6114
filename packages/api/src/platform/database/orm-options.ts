// MikroORM options shared by both engines.
import type { Options } from '@mikro-orm/sql';
import { ENTITIES } from './entities.ts';

/** No discovery from files, no result cache, no implicit global context: each unit of work forks. */
export function ormOptions(): Pick<
  Options,
  'entities' | 'discovery' | 'allowGlobalContext' | 'forceUtcTimezone' | 'debug'
> {
  return {
    entities: [...ENTITIES],
    discovery: { warnWhenNoEntities: false },
    allowGlobalContext: false,
    forceUtcTimezone: true,
    debug: false,
  };
}
