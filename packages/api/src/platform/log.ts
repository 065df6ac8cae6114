// The one logger. Lines carry ids and codes; values of variables, names and phones never reach it.
import { pino } from 'pino';

export const log = pino({
  level: process.env['LOG_LEVEL'] ?? 'warn',
  base: null,
  serializers: { err: describeForLog },
});

/**
 * What a log line tells of an error. GraphQL's and the database's messages quote values, the ORM's the whole statement:
 * of those only the code and the names of table and constraint remain.
 */
export function describeForLog(error: unknown): object {
  if (!(error instanceof Error)) return { message: 'not an Error' };
  const fields = error as Error & Partial<Record<'code' | 'table' | 'constraint', unknown>>;
  const code = typeof fields.code === 'string' ? fields.code : undefined;
  const quotes = error.name === 'GraphQLError' || (code !== undefined && /^[0-9A-Z]{5}$/.test(code));
  const frames = error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 15)
    .join('\n');
  return {
    name: error.name,
    code,
    ...(quotes ? { table: fields.table, constraint: fields.constraint } : { message: error.message.slice(0, 300) }),
    stack: frames,
  };
}
