// Owns a PostgreSQL of the tests' own: a fresh cluster in a temporary folder, on a free port of 127.0.0.1, gone afterwards.
// Refuses to touch a cluster that is already there, unless TEST_DATABASE_URL names it.
import { spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { collect, onLeave } from './child.mjs';
import { debianPostgresMajor, installOrExplain } from './debian.mjs';
import { Failure } from './progress.mjs';

const debianFolder = '/usr/lib/postgresql';
const databaseName = 'qinghe_test';

function versionedFolders() {
  if (!existsSync(debianFolder)) return [];
  const majors = readdirSync(debianFolder).sort((a, b) => Number(b) - Number(a));
  return majors.map((major) => join(debianFolder, major, 'bin'));
}

function serverFolders() {
  const others = [
    '/opt/homebrew/opt/postgresql/bin',
    '/usr/local/pgsql/bin',
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  return [...versionedFolders(), ...others].filter(
    (folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')),
  );
}

async function hasPostgis(folder) {
  const { stdout } = await collect(join(folder, 'pg_config'), ['--sharedir']);
  if (existsSync(join(stdout.trim(), 'extension', 'postgis.control'))) return true;
  const major = /postgresql\/(\d+)\/bin/.exec(folder)?.[1];
  return major !== undefined && existsSync(`/usr/share/postgresql/${major}/extension/postgis.control`);
}

async function search() {
  for (const folder of serverFolders()) if (await hasPostgis(folder)) return folder;
  return undefined;
}

async function findServer() {
  const found = await search();
  if (found) return found;
  const major = /(\d+)\/bin$/.exec(versionedFolders()[0] ?? '')?.[1] ?? (await debianPostgresMajor());
  await installOrExplain('PostgreSQL with PostGIS', [`postgresql-${major}`, `postgresql-${major}-postgis-3`]);
  const installed = await search();
  if (!installed) throw new Failure('PostgreSQL with PostGIS was installed but not found: set TEST_DATABASE_URL.');
  return installed;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** PostgreSQL refuses to run as root; Debian's package brings the user `postgres` for it. */
async function serverUser() {
  if (process.getuid?.() !== 0) return {};
  const [uid, gid] = await Promise.all(
    ['-u', '-g'].map(async (flag) => Number((await collect('id', [flag, 'postgres'])).stdout)),
  );
  if (!uid || !gid)
    throw new Failure(
      'PostgreSQL does not run as root, and there is no user `postgres`: run the tests as another user.',
    );
  return { uid, gid };
}

async function waitUntilReady(bin, port, server) {
  for (let attempt = 0; attempt < 150; attempt += 1) {
    if (server.process.exitCode !== null) break;
    const { code } = await collect(join(bin, 'pg_isready'), ['-q', '-h', '127.0.0.1', '-p', String(port)]);
    if (code === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Failure('The temporary PostgreSQL did not start.', server.log.join(''));
}

function stopper(server, folder) {
  let stopping;
  const stop = async () => {
    const child = server.process;
    if (child && child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGINT');
      const timer = setTimeout(() => child.kill('SIGQUIT'), 10_000);
      await ended;
      clearTimeout(timer);
    }
    rmSync(folder, { recursive: true, force: true });
  };
  return () => (stopping ??= stop());
}

async function runOrFail(command, args, options, sentence) {
  const { code, output } = await collect(command, args, options);
  if (code !== 0) throw new Failure(sentence, output);
}

async function startCluster(bin, folder, server) {
  const user = await serverUser();
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  const dataFolder = join(folder, 'data');
  const options = { ...user, cwd: folder };
  const initArgs = ['-D', dataFolder, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8'];
  await runOrFail(join(bin, 'initdb'), initArgs, options, 'initdb failed.');
  const port = await freePort();
  const settings = { listen_addresses: '127.0.0.1', port, unix_socket_directories: folder, max_connections: 200 };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  server.process = spawn(join(bin, 'postgres'), ['-D', dataFolder, ...args], {
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [server.process.stdout, server.process.stderr]) {
    stream.on('data', (text) => server.log.push(String(text)) > 200 && server.log.shift());
  }
  await waitUntilReady(bin, port, server);
  const place = ['-h', '127.0.0.1', '-p', String(port), '-U', 'postgres'];
  await runOrFail(join(bin, 'createdb'), [...place, databaseName], {}, 'The test database could not be created.');
  return `postgresql://postgres@127.0.0.1:${port}/${databaseName}`;
}

/**
 * A database for the tests: TEST_DATABASE_URL as it is, else a cluster of our own.
 *
 * @returns `url`, `description` for the progress line, and `stop()`, safe to call twice and called on interruption
 */
export async function startPostgres() {
  const asked = process.env.TEST_DATABASE_URL;
  if (asked) return { url: asked, description: 'TEST_DATABASE_URL', stop: async () => {} };
  const bin = await findServer();
  const folder = mkdtempSync(join(tmpdir(), 'qinghe-pg-'));
  const server = { process: undefined, log: [] };
  const stop = stopper(server, folder);
  onLeave(stop);
  try {
    const url = await startCluster(bin, folder, server);
    return { url, description: `own cluster from ${dirname(bin)}`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
