// The entities of all modules, gathered where the ORM is opened. Relations are ids; joins are SQL read models.
import type { EntitySchema } from '@mikro-orm/sql';

const registered: EntitySchema[] = [];

/** Modules register their entities at import time; the ORM is opened afterwards. */
export function registerEntities(...schemas: readonly unknown[]): void {
  registered.push(...(schemas as EntitySchema[]));
}

export const ENTITIES: readonly EntitySchema[] = registered;
