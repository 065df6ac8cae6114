// Owns the checks that need neither a database nor a browser: format, lint, types, dead code, licences, build, schema, scripts.
// Refuses to pass on nothing: where a tool says how many files it saw, that is compared with the files on disk.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, isBuilt, markBuilt } from './build.mjs';
import { collect } from './child.mjs';
import { packageFolders } from './install.mjs';
import { checkLicences } from './licences.mjs';
import { sourceFiles } from './source-files.mjs';
import { root } from './toolchain.mjs';
import { runVitest } from './vitest.mjs';

const one = (ok, output, note = '') => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, output, note });

function tool({ node, env }, packageName, file, args, cwd = root) {
  return collect(node, [join(root, 'node_modules', packageName, file), ...args], {
    cwd,
    env: { ...env, NO_COLOR: '1' },
  });
}

/** Adds the fault to a tool's output when it saw fewer files than there are. */
function sawEnough(result, seen, expected) {
  const isEnough = seen >= expected && expected > 0;
  const fault = isEnough ? '' : `\nSaw ${seen} files, but there are ${expected} of them: look at its ignore patterns.`;
  return one(result.code === 0 && isEnough, `${result.output.trim()}${fault}`, `${seen} files`);
}

async function format(toolchain) {
  const result = await tool(toolchain, 'oxfmt', 'bin/oxfmt', ['--check']);
  const seen = Number(/on (\d+) files/.exec(result.output)?.[1] ?? 0);
  const outcome = sawEnough(result, seen, sourceFiles('.', /\.(ts|tsx|mjs)$/).length);
  return { ...outcome, output: `${outcome.output}\nTo format: pnpm exec oxfmt` };
}

async function lint(toolchain) {
  const result = await tool(toolchain, 'oxlint', 'bin/oxlint', ['--type-aware', '--deny-warnings']);
  const seen = Number(/on (\d+) files/.exec(result.output)?.[1] ?? 0);
  return sawEnough(result, seen, sourceFiles('.', /\.(ts|tsx|mjs)$/).length);
}

async function codegen({ pnpm }) {
  const { code, output } = await pnpm(['--filter', '@qinghe/map-ui', 'codegen']);
  return one(code === 0, output);
}

/** @param project where the tsconfig lies, from the package: its sources, or a folder of tests with settings of their own */
async function types(toolchain, packageName, project = 'src') {
  const folder = join(root, 'packages', packageName);
  const args = [
    '-p',
    project === 'src' ? 'tsconfig.json' : `${project}/tsconfig.json`,
    '--noEmit',
    '--listFiles',
    '--pretty',
    'false',
  ];
  const { code, stdout, output } = await tool(toolchain, 'typescript', 'bin/tsc', args, folder);
  const isOwn = (line) =>
    line.includes(`packages/${packageName}/`) && !line.includes('node_modules') && !/\(\d+,\d+\): error/.test(line);
  const seen = stdout.split('\n').filter(isOwn).length;
  const expected = sourceFiles(`packages/${packageName}/${project}`, /\.tsx?$/).length;
  const faults = output.split('\n').filter((line) => !/^(\/|[A-Z]:).*\.(tsx?|[cm]ts|json)$/.test(line.trim()));
  return sawEnough({ code, output: faults.join('\n') }, seen, expected);
}

async function deadCode(toolchain) {
  const { code, output } = await tool(toolchain, 'knip', 'bin/knip.js', [
    '--no-progress',
    '--no-config-hints',
    '--treat-config-hints-as-errors',
  ]);
  return one(code === 0, output);
}

async function buildAll(toolchain) {
  return isBuilt() ? one(true, '', 'unchanged') : one(true, await build(toolchain));
}

const schemaFile = 'packages/schema/schema.graphql';
const schemaText = () =>
  existsSync(join(root, schemaFile)) ? readFileSync(join(root, schemaFile), 'utf8') : undefined;

async function schema({ pnpm, env }) {
  const before = schemaText();
  const { code, output } = await pnpm(['run', 'schema']);
  if (code !== 0) return one(false, output);
  const after = schemaText();
  if (after === undefined) return one(false, `\`pnpm schema\` ended well but wrote no ${schemaFile}.`);
  if (before === undefined)
    return one(false, `${schemaFile} was not there. \`pnpm schema\` has written it: commit it.`);
  const diff = await collect('git', ['diff', '--exit-code', '--', schemaFile], { cwd: root, env });
  if (before !== after)
    return one(false, `${diff.output}\n${schemaFile} was out of date. \`pnpm schema\` has written it anew: commit it.`);
  const tracked = await collect('git', ['ls-files', '--error-unmatch', schemaFile], { cwd: root, env });
  const isCheckout = existsSync(join(root, '.git'));
  if (isCheckout && tracked.code !== 0) return one(false, `${schemaFile} is not committed: git add ${schemaFile}`);
  if (process.env.CI && diff.code === 1) return one(false, `${diff.output}\n${schemaFile} differs from the commit.`);
  markBuilt();
  return one(true, '');
}

async function scriptTests({ node, env }) {
  const files = sourceFiles('scripts', /\.test\.mjs$/).map((path) => join(root, path));
  const { stdout, output } = await collect(node, ['--test', '--test-reporter=tap', ...files], { cwd: root, env });
  const count = (name) => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(stdout)?.[1] ?? 0);
  const failed = count('fail') + count('cancelled') + count('skipped') + count('todo');
  return { passed: count('pass'), failed, output };
}

/** Cheap first; `name` before a colon is what `--only` takes. */
export function staticChecks(toolchain) {
  const each = (name, work) =>
    packageFolders().map((folder) => ({ name: `${name}:${folder}`, work: () => work(toolchain, folder) }));
  return [
    { name: 'format', work: () => format(toolchain) },
    { name: 'codegen', work: () => codegen(toolchain) },
    { name: 'lint', work: () => lint(toolchain) },
    ...each('types', types),
    { name: 'types:map-ui/e2e', work: () => types(toolchain, 'map-ui', 'e2e') },
    { name: 'dead-code', work: () => deadCode(toolchain) },
    { name: 'licences', work: () => checkLicences(toolchain) },
    { name: 'unit:scripts', work: () => scriptTests(toolchain) },
    ...each('unit', (tools, folder) => runVitest(tools, folder, 'unit')),
    { name: 'build', work: () => buildAll(toolchain) },
    { name: 'schema', work: () => schema(toolchain) },
  ];
}
