// Owns vacuum and statistics: of the embedded database, which has no autovacuum, table by table while nobody waits; of any
// after a large write. Refuses to vacuum a server, which looks after itself, and a table that once failed: the watchdog
// would reopen the database every hour.
import { setTimeout as delay } from 'node:timers/promises';
import { log } from '../log.ts';
import type { EmbeddedEngine } from './embedded-engine.ts';
import type { Engine } from './engine.ts';
import { raw, sql } from './sql.ts';

const FIRST_MS = 60_000;
const EVERY_MS = 3_600_000;
const BUSY_PAUSE_MS = 1_000;

/** Begins a minute from now, then hourly. @returns what ends it; a table in work is finished, the rest left */
export function keepTidy(engine: Engine): () => void {
  const ended = new AbortController();
  const failed = new Set<string>();
  const signal = ended.signal;
  const keep = async () => {
    for (let pause = FIRST_MS; ; pause = EVERY_MS) {
      await delay(pause, undefined, { signal, ref: false });
      await tidy(engine, failed, signal);
    }
  };
  if (engine.kind === 'embedded')
    keep().catch((error: unknown) => signal.aborted || log.warn({ err: error }, 'tidying ended'));
  return () => ended.abort();
}

/**
 * Vacuums and analyses the tables of which a tenth changed since the last time, or since the database was opened.
 * @param failed tables to leave alone; grows
 * @returns their names, largest change first
 */
export async function tidy(engine: Engine, failed: Set<string>, signal?: AbortSignal): Promise<string[]> {
  const tables = await engine.asOwner<{ name: string }>(sql`
    select format('%I.%I', schemaname, relname) as name from pg_stat_user_tables
    where greatest(n_mod_since_analyze, n_dead_tup, n_ins_since_vacuum) > 50 + 0.1 * n_live_tup
    order by greatest(n_mod_since_analyze, n_dead_tup, n_ins_since_vacuum) desc, relname`);
  const tended: string[] = [];
  for (const { name } of tables.filter((table) => !failed.has(table.name))) {
    while (isBusy(engine)) await delay(BUSY_PAUSE_MS, undefined, { ref: false, ...(signal ? { signal } : {}) });
    if (signal?.aborted) break;
    try {
      await engine.asOwner(raw(`vacuum (analyze) ${name}`));
      tended.push(name);
    } catch (error) {
      failed.add(name);
      log.warn({ err: error, table: name }, 'a table could not be vacuumed');
    }
  }
  return tended;
}

/**
 * Statistics at once, after a write so large that queries must not be planned for what the tables were before: autovacuum comes
 * within a minute, `tidy` within the hour. What was written stands whether or not this succeeds.
 */
export async function analyse(engine: Engine, tables: readonly string[]): Promise<void> {
  try {
    await engine.asOwner(raw(`analyze ${tables.join(', ')}`));
  } catch (error) {
    log.warn({ err: error, tables }, 'tables could not be analysed');
  }
}

const isBusy = (engine: Engine): boolean =>
  engine.kind === 'embedded' && (engine as EmbeddedEngine).database.stats().waiting > 0;
