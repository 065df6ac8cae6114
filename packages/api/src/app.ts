// The composition root: opens storage, wires the modules by hand, serves page and API. Tests call this too.
import 'reflect-metadata';
import { createServer } from 'node:http';
import { createAccess } from '#modules/access';
import { createDemo } from '#modules/demo';
import { createDensity } from '#modules/density';
import { createGeography } from '#modules/geography';
import { createImports } from '#modules/imports';
import { createPeople } from '#modules/people';
import { createPlans } from '#modules/plans';
import { createRequests } from '#modules/requests';
import { createVisits } from '#modules/visits';
import { type Clock, MovableClock, systemClock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import type { Database } from './platform/database/database.ts';
import { openDatabase } from './platform/database/open-database.ts';
import { keepTidy } from './platform/database/tidy.ts';
import { createFileStore } from './platform/files/file-store.ts';
import { OperationGate } from './platform/graphql/operation.ts';
import { serveHttp } from './platform/http/serve-http.ts';
import { log } from './platform/log.ts';
import type { ModuleParts } from './platform/module.ts';
import { buildApiSchema } from './schema.ts';

export interface App {
  readonly url: string;
  readonly port: number;
  readonly database: Database;
  readonly clock: Clock;
  /** What the terminal should tell whoever started it. */
  readonly notices: readonly string[];
  close(): Promise<void>;
}

/** @throws the errors of openDatabase; a port in use */
export async function createApp(config: Config): Promise<App> {
  const database = await openDatabase(config);
  try {
    return await serve(config, database);
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function serve(config: Config, database: Database): Promise<App> {
  const demoClock = config.demo === 'no' ? null : new MovableClock(config.clock ?? undefined);
  const clock: Clock = demoClock ?? systemClock;
  const modules = wire(config, database, clock, demoClock);
  const started = await modules.demo.start();
  if (config.clock) demoClock?.restartAt(config.clock);

  const parts: readonly ModuleParts[] = [
    modules.access.parts,
    modules.geography.parts,
    modules.people.parts,
    modules.imports.parts,
    modules.requests.parts,
    modules.visits.parts,
    modules.density.parts,
    modules.plans.parts,
    modules.demo.parts,
  ];
  const schema = await buildApiSchema(parts);
  const httpServer = createServer();
  const http = await serveHttp(httpServer, {
    config,
    clock,
    database,
    schema,
    gate: new OperationGate(schema),
    actorOf: modules.access.actorOf,
    routes: parts.flatMap((part) => part.routes ?? []),
  });
  const leaveUntidy = keepTidy(database.engine);
  // Behind the first requests, not before them; a failure here only leaves the work to whoever asks first.
  void modules.density.warm().catch((error: unknown) => log.warn({ err: error }, 'could not warm up'));
  return {
    url: http.url,
    port: http.port,
    database,
    clock,
    notices: started.notices,
    async close() {
      leaveUntidy();
      await http.close();
      for (const part of parts.toReversed()) await part.stop?.();
      await database.close();
    },
  };
}

/** Dependence runs down this list only. */
export function wire(config: Config, database: Database, clock: Clock, demoClock: MovableClock | null) {
  const files = createFileStore(config.dataDirectory);
  const access = createAccess({ database, clock, files, secure: !config.lan });
  const geography = createGeography({ database, clock, guard: access.guard });
  const people = createPeople({ database, clock, guard: access.guard, geography });
  const imports = createImports({ database, access, geography, files });
  const requests = createRequests({ database, clock, access, geography, people, files });
  const visits = createVisits({ database, clock, access, geography, people });
  const density = createDensity({
    database,
    clock,
    guard: access.guard,
    directory: access.directory,
    geography,
    people,
    requests,
  });
  const plans = createPlans({ database, clock, access, files, geography, people });
  const demo = createDemo({ config, database, clock: demoClock, access, geography, people, requests, visits });
  return { files, access, geography, people, imports, requests, visits, density, plans, demo };
}
