// Proves that each boundary of .oxlintrc.json really fires: one synthetic file per rule, in a temporary tree of the same shape.
// Without this, a renamed folder or a changed option would switch a rule off and nobody would notice.
// Not type-aware: those rules draw no boundaries, and their engine needs the whole workspace.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { root } from './lib/toolchain.mjs';

const importing = (specifier) => `import { thing } from '${specifier}';\nexport const other = thing;\n`;

/** [file, its text, the rule that must fire, part of the message] */
const violations = [
  [
    'packages/api/src/modules/visits/due.test.ts',
    importing('../requests/due.ts'),
    'no-restricted-imports',
    'through its face',
  ],
  [
    'packages/api/src/platform/http/up.test.ts',
    importing('../../modules/visits/index.ts'),
    'no-restricted-imports',
    '#platform',
  ],
  ['packages/rebalance/src/reads-disk.ts', importing('node:fs'), 'no-restricted-imports', 'pure libraries'],
  [
    'packages/rebalance/src/random.ts',
    'export const x = Math.random();\n',
    'no-restricted-properties',
    'seeded Random',
  ],
  [
    'packages/rebalance/src/clock.ts',
    'export const x = Date.now();\n',
    'no-restricted-properties',
    'time as an argument',
  ],
  [
    'packages/rebalance/src/new-date.ts',
    'export const x = new Date();\n',
    'no-restricted-globals',
    'time as an argument',
  ],
  ['packages/schema/src/knows-api.ts', importing('@qinghe/rebalance'), 'no-restricted-imports', 'nothing of ours'],
  ['packages/schema/src/knows-orm.ts', importing('@mikro-orm/core'), 'no-restricted-imports', 'nothing of ours'],
  [
    'packages/api/src/platform/http/knows-module.ts',
    importing('#modules/visits'),
    'no-restricted-imports',
    'platform knows no module',
  ],
  ['packages/api/src/platform/http/deep.ts', importing('../../main.ts'), 'no-restricted-imports', '#platform'],
  [
    'packages/api/src/modules/visits/sideways.ts',
    importing('../requests/index.ts'),
    'no-restricted-imports',
    'through its face',
  ],
  [
    'packages/api/src/modules/visits/visit.service.ts',
    importing('type-graphql'),
    'no-restricted-imports',
    'stops at the resolver',
  ],
  [
    'packages/api/src/modules/visits/due.policy.ts',
    importing('./visit.types.ts'),
    'no-restricted-imports',
    'stops at the resolver',
  ],
  [
    'packages/api/src/modules/visits/visit.entity.ts',
    importing('../people/index.ts'),
    'no-restricted-imports',
    'through its face',
  ],
  [
    'packages/api/src/modules/visits/visit.types.ts',
    importing('@mikro-orm/core'),
    'no-restricted-imports',
    'does not know the tables',
  ],
  [
    'packages/api/src/modules/visits/door.types.ts',
    importing('./visit.entity.ts'),
    'no-restricted-imports',
    'does not know the tables',
  ],
  [
    'packages/api/src/modules/visits/raw.ts',
    'export const f = (em: any) => em.getKysely();\n',
    'no-restricted-properties',
    'row-level security',
  ],
  [
    'packages/api/src/modules/visits/raw-two.ts',
    "export const f = (em: any) => em.getConnection().execute('x');\n",
    'no-restricted-properties',
    'row-level security',
  ],
  ['packages/api/src/modules/visits/loud.ts', "console.log('x');\nexport {};\n", 'no-console', ''],
  [
    'packages/map-ui/src/ui/knows-feature.tsx',
    importing('#features/planner'),
    'no-restricted-imports',
    'below features',
  ],
  ['packages/map-ui/src/map/knows-app.ts', importing('#app/store'), 'no-restricted-imports', 'below features'],
  [
    'packages/map-ui/src/features/visits/sideways.tsx',
    importing('#features/requests'),
    'no-restricted-imports',
    'meet in app',
  ],
  [
    'packages/map-ui/src/features/visits/upwards.tsx',
    importing('../requests/index.ts'),
    'no-restricted-imports',
    'meet in app',
  ],
  ['packages/map-ui/src/api/knows-feature.ts', importing('#features/requests'), 'no-restricted-imports', 'below'],
  [
    'packages/api/src/modules/cycle/index.ts',
    "import { b } from './b.ts';\nexport const a = () => b;\n",
    'import/no-cycle',
    '',
  ],
  ['packages/api/src/modules/visits/default.ts', 'export default 1;\n', 'import/no-default-export', ''],
  ['packages/api/src/modules/visits/CamelCase.ts', 'export const x = 1;\n', 'unicorn/filename-case', ''],
  [
    'packages/api/src/modules/visits/long.ts',
    'export {};\nlet x = 0;\n'.concat('x += 1;\n'.repeat(300)),
    'max-lines',
    '',
  ],
];

/** Files in which the same words are right. */
const allowed = [
  ['packages/api/src/modules/visits/visit.int.test.ts', importing('../../../test/testkit/world.ts')],
  ['packages/api/src/platform/http/server.int.test.ts', importing('../../../test/testkit/world.ts')],
  ['packages/rebalance/src/index.ts', importing('d3-delaunay')],
  ['packages/rebalance/src/voronoi/cells.ts', importing('../random-source.ts')],
  [
    'packages/api/src/platform/database/read.ts',
    'export const f = (em: { getKysely(): unknown }) => em.getKysely();\n',
  ],
  ['packages/api/src/main.ts', "console.log('x');\nexport {};\n"],
  ['packages/api/src/modules/visits/visit.resolver.ts', importing('#modules/people')],
  ['packages/map-ui/src/features/visits/index.ts', importing('#map/layers')],
  ['packages/map-ui/vite.config.ts', 'export default {};\n'],
];

let folder;
let findings;

function write(file, text) {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'qinghe-lint-'));
  copyFileSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
  write('packages/api/src/modules/cycle/b.ts', "import { a } from './index.ts';\nexport const b = () => a;\n");
  for (const [file, text] of [...violations, ...allowed]) write(file, text);
  const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');
  const { stdout } = spawnSync(process.execPath, [oxlint, '--format', 'json'], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 60_000,
    maxBuffer: 2 ** 26,
  });
  findings = JSON.parse(stdout).diagnostics.map(({ code, message, help, filename }) => {
    const [, plugin, rule] = /^(.*)\((.*)\)$/.exec(code);
    return {
      rule: plugin === 'eslint' ? rule : `${plugin}/${rule}`,
      text: `${message} ${help ?? ''}`,
      file: filename.replaceAll('\\', '/'),
    };
  });
});

after(() => rmSync(folder, { recursive: true, force: true }));

for (const [file, , rule, words] of violations) {
  test(`${rule} fires in ${file}`, () => {
    const own = findings.filter((finding) => finding.file.endsWith(file));
    const hit = own.find((finding) => finding.rule === rule && finding.text.includes(words));
    assert.ok(hit, `found only: ${JSON.stringify(own)}`);
  });
}

for (const [file] of allowed) {
  test(`nothing fires in ${file}`, () => {
    assert.deepEqual(
      findings.filter((finding) => finding.file.endsWith(file)),
      [],
    );
  });
}
