// Test support: the modules a demo stands on, wired over a test database, with a clock and options of the test's choice.
// Refuses to be used outside tests.
import 'reflect-metadata';
import { createAccess } from '#modules/access';
import { createGeography } from '#modules/geography';
import { createPeople } from '#modules/people';
import { createRequests } from '#modules/requests';
import { createVisits } from '#modules/visits';
import { MovableClock, systemClock } from '#platform/clock';
import type { Config } from '#platform/config';
import type { Database } from '#platform/database/database';
import { createFileStore } from '#platform/files/file-store';
import { createDemo } from './index.ts';

export interface WiredDemo extends ReturnType<typeof createDemo> {
  readonly clock: MovableClock | null;
  readonly config: Config;
}

/** As a start with these options would wire it; `start()` is the caller's. */
export function wireDemo(database: Database, dataDirectory: string, options: Partial<Config> = {}): WiredDemo {
  const config: Config = {
    port: 4000,
    host: '127.0.0.1',
    publicUrl: null,
    dataDirectory,
    cacheDirectory: dataDirectory,
    databaseUrl: null,
    pageDirectory: dataDirectory,
    demo: 'yes',
    simulate: false,
    lan: false,
    clock: null,
    ...options,
  };
  const clock = config.demo === 'no' ? null : new MovableClock(config.clock ?? undefined);
  const files = createFileStore(dataDirectory);
  const access = createAccess({ database, clock: clock ?? systemClock, files, secure: true });
  const geography = createGeography({ database, clock: clock ?? systemClock, guard: access.guard });
  const people = createPeople({ database, clock: clock ?? systemClock, guard: access.guard, geography });
  const requests = createRequests({ database, clock: clock ?? systemClock, access, geography, people, files });
  const visits = createVisits({ database, clock: clock ?? systemClock, access, geography, people });
  return {
    ...createDemo({
      storyPauseMs: 5,
      progress: () => undefined,
      config,
      database,
      clock,
      access,
      geography,
      people,
      requests,
      visits,
    }),
    clock,
    config,
  };
}
