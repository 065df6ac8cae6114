// The environment and the command line: the deployment. The only reader of process.env besides the logger.
import { join } from 'node:path';
import { z } from 'zod';
import { parseInstant } from './graphql/scalars.ts';

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: z.url({ protocol: /^https$/ }).optional(),
  DATA_DIR: z.string().min(1).optional(),
  DATABASE_URL: z.string().startsWith('postgres').optional(),
  QINGHE_CACHE: z.string().min(1).optional(),
});

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string | null;
  readonly dataDirectory: string;
  readonly cacheDirectory: string;
  readonly databaseUrl: string | null;
  readonly pageDirectory: string;
  /** Seed the demo world: into an empty embedded database by default, elsewhere only when asked. */
  readonly demo: 'default' | 'yes' | 'no';
  readonly simulate: boolean;
  readonly lan: boolean;
  readonly clock: Date | null;
}

/** A sentence for whoever started the program; no stack. */
export class ConfigError extends Error {}

const FLAGS = new Set(['--demo', '--no-demo', '--no-simulate', '--lan']);

/** @throws ConfigError */
export function readConfig(env: NodeJS.ProcessEnv, args: readonly string[], repositoryDirectory: string): Config {
  const variables = readEnvironment(env);
  const flags = readFlags(args);
  const lan = flags.has('--lan');
  const config: Config = {
    port: variables.PORT,
    host: lan && !env['HOST'] ? '0.0.0.0' : variables.HOST,
    publicUrl: variables.PUBLIC_URL ?? null,
    dataDirectory: variables.DATA_DIR ?? join(repositoryDirectory, 'data'),
    cacheDirectory: variables.QINGHE_CACHE ?? join(repositoryDirectory, '.tools', 'cache'),
    databaseUrl: variables.DATABASE_URL ?? null,
    pageDirectory: join(repositoryDirectory, 'packages', 'map-ui', 'dist'),
    demo: demoOf(flags),
    simulate: !flags.has('--no-simulate'),
    lan,
    clock: flags.get('--clock') ?? null,
  };
  refuseContradictions(config, flags);
  return config;
}

function readEnvironment(env: NodeJS.ProcessEnv): z.infer<typeof environment> {
  const parsed = environment.safeParse(env);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new ConfigError(`${issue?.path.join('.') ?? 'environment'}: ${issue?.message ?? 'not valid'}`);
}

function demoOf(flags: ReadonlyMap<string, Date | null>): Config['demo'] {
  if (flags.has('--no-demo')) return 'no';
  return flags.has('--demo') ? 'yes' : 'default';
}

function refuseContradictions({ host, publicUrl, lan }: Config, flags: ReadonlyMap<string, Date | null>): void {
  if (!isLoopback(host) && !publicUrl && !lan) {
    throw new ConfigError(
      `HOST=${host} is not this machine: set PUBLIC_URL=https://… (TLS in front), or use --lan for the demo.`,
    );
  }
  if (flags.has('--demo') && flags.has('--no-demo')) throw new ConfigError('--demo and --no-demo exclude each other.');
  if (lan && flags.has('--no-demo')) throw new ConfigError('--lan is for the demo only.');
}

function readFlags(args: readonly string[]): Map<string, Date | null> {
  const flags = new Map<string, Date | null>();
  for (let index = 0; index < args.length; index++) {
    const [name = '', inline] = (args[index] ?? '').split(/=(.*)/s);
    if (name === '--clock') {
      const instant = parseInstant(inline ?? args[++index] ?? '');
      if (!instant) throw new ConfigError('--clock needs an instant with an offset, e.g. 2026-07-07T17:58+08:00');
      flags.set(name, instant);
    } else if (FLAGS.has(name)) flags.set(name, null);
    else throw new ConfigError(`Unknown option ${name}. Known: ${[...FLAGS].join(', ')}, --clock.`);
  }
  return flags;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}
