// `qinghe import`: the same preview and the same rules as the page, for scripts and large files.
// Refuses to write without --yes, and anything the preview did not show.
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CliFault } from './cli-fault.ts';
import { type ImportAnswer, importLines, type PreviewAnswer, previewLines } from './import-report.ts';
import { ServerSession } from './server-session.ts';

const OPTIONS = {
  community: { type: 'string' },
  create: { type: 'string' },
  'time-zone': { type: 'string', default: 'Asia/Shanghai' },
  datum: { type: 'string' },
  epsg: { type: 'string' },
  encoding: { type: 'string' },
  mapping: { type: 'string' },
  grids: { type: 'string' },
  'accept-outline': { type: 'boolean', default: false },
  yes: { type: 'boolean', default: false },
  url: { type: 'string' },
  user: { type: 'string' },
  password: { type: 'string' },
  language: { type: 'string', default: 'zh' },
} as const;

export const IMPORT_USAGE = `qinghe import FILE… --community CODE [--create NAME] [--time-zone Asia/Shanghai]
  [--datum WGS84|CGCS2000|GCJ02|BD09|PROJECTED] [--epsg 4547] [--encoding GB18030] [--mapping FILE.json]
  [--grids 15] [--accept-outline] [--yes] [--language zh|en]
  [--url http://localhost:4000] [--user NAME] [--password …]   or QINGHE_URL, QINGHE_USER, QINGHE_PASSWORD
  GeoJSON, zipped shapefile (or its parts), CSV. Shows what it read; writes only with --yes.`;

const CREATE = `mutation($input: CreateCommunityInput!) { createCommunity(input: $input) {
  __typename ... on Community { code name } ... on Refusal { message path } } }`;
const PREVIEW = `mutation($input: PreviewImportInput!) { previewImport(input: $input) { __typename ... on Refusal { message path }
  ... on ImportPreview { fingerprint needs datumProposed datumReason outlineProposed buildings entrances households attribution faultCount ready
    tables { name role count fields sample encoding encodingReason } faults { code severity path message } } } }`;
const IMPORT = `mutation($input: ImportBuildingsInput!) { importBuildings(input: $input) { __typename ... on Refusal { message path }
  ... on ImportDone { buildingsNew buildingsChanged buildingsSame entrances households grids exceptions } } }`;

export type Print = (line: string) => void;
type Values = ReturnType<typeof read>['values'];

/** @throws CliFault with the exit code */
export async function importCommand(args: readonly string[], env: NodeJS.ProcessEnv, print: Print): Promise<void> {
  const { values, positionals } = read(args);
  const { community } = values;
  if (positionals.length === 0 || !community) throw new CliFault(IMPORT_USAGE, 2);
  // Package managers run scripts in the repository; the paths are meant from where the person stands.
  const folder = env['INIT_CWD'] ?? process.cwd();
  const answers = await answersOf(values, folder);
  const files = await Promise.all(positionals.map((path) => readSource(resolve(folder, path))));
  const session = await ServerSession.open(signInOf(values, env));
  try {
    if (values.create !== undefined) await create(session, values, community);
    const uploads: string[] = [];
    for (const { name, bytes } of files) uploads.push(await session.upload(name, bytes));
    const preview = await session.ask<PreviewAnswer>('previewImport', PREVIEW, {
      input: { community, uploads, answers },
    });
    previewLines(preview).forEach(print);
    refuseUnready(preview, values);
    if (!values.yes) return print('未写入 Nothing was written. Add --yes to import.');
    const input = {
      community,
      uploads,
      answers,
      fingerprint: preview.fingerprint,
      acceptOutline: values['accept-outline'],
      clientEventId: randomUUID(),
    };
    importLines(await session.ask<ImportAnswer>('importBuildings', IMPORT, { input })).forEach(print);
  } finally {
    await session.close();
  }
}

function read(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new CliFault(`${error instanceof Error ? error.message : ''}\n${IMPORT_USAGE}`, 2);
  }
}

async function readSource(path: string): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
  try {
    return { name: basename(path), bytes: new Uint8Array(await readFile(path)) };
  } catch {
    throw new CliFault(`${path}: cannot be read.`, 2);
  }
}

async function answersOf({ datum, epsg, encoding, mapping, grids }: Values, folder: string): Promise<object> {
  return {
    ...(datum && { datum: datum.toUpperCase() }),
    ...(epsg && { epsg: whole(epsg, '--epsg') }),
    ...(encoding && { encoding }),
    ...(grids && { gridCount: whole(grids, '--grids') }),
    ...(mapping && { mapping: Buffer.from((await readSource(resolve(folder, mapping))).bytes).toString('utf8') }),
  };
}

function whole(text: string, flag: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new CliFault(`${flag} needs a whole number.`, 2);
  return Number(text);
}

function signInOf(values: Values, env: NodeJS.ProcessEnv) {
  const username = values.user ?? env['QINGHE_USER'];
  const password = values.password ?? env['QINGHE_PASSWORD'];
  if (!username || !password)
    throw new CliFault('Who are you? --user and --password, or QINGHE_USER and QINGHE_PASSWORD.', 2);
  const url = values.url ?? env['QINGHE_URL'] ?? 'http://localhost:4000';
  return { url, username, password, language: values.language === 'en' ? 'en' : 'zh' } as const;
}

async function create(session: ServerSession, values: Values, code: string): Promise<void> {
  await session.ask('createCommunity', CREATE, {
    input: { code, name: values.create, timeZone: values['time-zone'], clientEventId: randomUUID() },
  });
}

function refuseUnready({ ready, outlineProposed }: PreviewAnswer, values: Values): void {
  if (!ready) throw new CliFault('未写入 Nothing was written: answer the questions and correct the faults above.', 3);
  if (values.yes && outlineProposed && !values['accept-outline']) {
    throw new CliFault(
      '未写入 Nothing was written: the outline is a proposal; look at it, then add --accept-outline.',
      3,
    );
  }
}
