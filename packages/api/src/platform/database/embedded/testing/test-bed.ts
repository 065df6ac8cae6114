// Owns embedded databases for tests: fresh directories from one template that all runs of this machine share.
// It refuses to be imported by anything but tests.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openEmbeddedDatabase } from '../open-embedded-database.ts';
import type { EmbeddedDatabase, EmbeddedDatabaseOptions, EmbeddedLog } from '../embedded-database.types.ts';

export const testCacheDirectory = process.env['QINGHE_CACHE'] ?? path.join(os.tmpdir(), 'qinghe-cache');

export const silentLog: EmbeddedLog = { info: () => undefined, warn: () => undefined, error: () => undefined };

export function freshDirectory(): string {
  return fs.mkdtempSync(path.join(os.tmpdir(), 'qinghe-embedded-'));
}

export function openForTest(
  directory: string,
  options: Partial<EmbeddedDatabaseOptions> = {},
): Promise<EmbeddedDatabase> {
  return openEmbeddedDatabase({ directory, cacheDirectory: testCacheDirectory, log: silentLog, ...options });
}

export function removeDirectory(directory: string): void {
  fs.rmSync(directory, { recursive: true, force: true });
}
