// A migrated database of the engine under test: PGlite in a temporary folder, or a new database on the test server.
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Database } from '../../src/platform/database/database.ts';
import { openDatabase } from '../../src/platform/database/open-database.ts';

export interface TestDatabase {
  readonly database: Database;
  readonly engine: 'embedded' | 'server';
  /** Environment for a child process on the same storage. */
  readonly location: { readonly dataDirectory: string; readonly databaseUrl: string | null };
  readonly close: () => Promise<void>;
}

/** The engine comes from TEST_ENGINE; a missing server is an error, never a skip. */
export async function openTestDatabase(): Promise<TestDatabase> {
  return process.env['TEST_ENGINE'] === 'server' ? openOnServer() : openEmbedded();
}

async function openEmbedded(): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'qinghe-test-'));
  const dataDirectory = join(folder, 'data');
  const database = await openDatabase({ databaseUrl: null, dataDirectory, cacheDirectory: testCache() });
  return {
    database,
    engine: 'embedded',
    location: { dataDirectory, databaseUrl: null },
    async close() {
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function openOnServer(): Promise<TestDatabase> {
  const server = process.env['TEST_DATABASE_URL'];
  if (!server) throw new Error('TEST_ENGINE=server needs TEST_DATABASE_URL');
  const name = `qinghe_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const folder = await mkdtemp(join(tmpdir(), 'qinghe-test-'));
  const database = await openDatabase({ databaseUrl: url.href, dataDirectory: folder, cacheDirectory: testCache() });
  return {
    database,
    engine: 'server',
    location: { dataDirectory: folder, databaseUrl: url.href },
    async close() {
      await database.close();
      await onServer(server, `drop database if exists ${name} with (force)`);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Where the prepared empty cluster is kept between runs. */
export function testCache(): string {
  return process.env['QINGHE_CACHE'] ?? join(tmpdir(), 'qinghe-cache');
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
