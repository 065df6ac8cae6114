// Writes packages/schema/schema.graphql from the resolvers, sorted, so that a change of the contract is a diff.
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { wire } from './app.ts';
import { systemClock } from './platform/clock.ts';
import { readConfig } from './platform/config.ts';
import type { Database } from './platform/database/database.ts';
import { buildApiSchema } from './schema.ts';

const here = dirname(fileURLToPath(import.meta.url));
const config = readConfig({}, [], here);
// Building the schema touches no data: the services only keep the handle.
const { files: _files, ...modules } = wire(
  config,
  { onCommit: () => () => undefined } as unknown as Database,
  systemClock,
  null,
);
const schema = await buildApiSchema(Object.values(modules).map((module) => module.parts));
const target = join(here, '..', '..', 'schema', 'schema.graphql');
await writeFile(target, `${printSchema(lexicographicSortSchema(schema))}\n`);
process.stdout.write(`wrote ${target}\n`);
