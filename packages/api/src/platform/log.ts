// The one logger. Lines carry ids and codes; values of variables, names and phones never reach it.
import { pino } from 'pino';

export const log = pino({
  level: process.env['LOG_LEVEL'] ?? 'warn',
  base: null,
  serializers: {
    err: (error: unknown) =>
      error instanceof Error
        ? { name: error.name, message: error.message.slice(0, 300), code: 'code' in error ? error.code : undefined, stack: error.stack?.slice(0, 2000) }
        : { message: 'not an Error' },
  },
});
