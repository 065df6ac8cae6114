// The thread that reads imports: its answer is the pure one, a run over its limit ends alone, and the next one is served.
import { expect, test } from 'vitest';
import { DryRun } from './dry-run.ts';
import { buildingFeature, collection, jsonFile } from './import-fixtures.ts';
import { previewImport } from './preview.ts';

const input = {
  files: [jsonFile('a.geojson', collection(buildingFeature(0, 0, { name: '1栋' })))],
  answers: { datum: { datum: 'WGS84' } },
} as const;

test('answers what the pure dry run answers', async () => {
  const found = await new DryRun().run(input);
  expect(JSON.stringify(found)).toBe(JSON.stringify(await previewImport(input)));
  expect(found).toMatchObject({ ready: true, counts: { buildings: 1 } });
});

test('ends a run over its limit, and serves the next in the queue', async () => {
  const hasty = new DryRun({ timeMs: 1, memoryMebibytes: 256 });
  const runs = [hasty.run(input), hasty.run(input)];
  const results = await Promise.allSettled(runs);
  expect(
    results.map((result) => (result.status === 'rejected' ? (result.reason as { code: string }).code : 'answered')),
  ).toEqual(['IMPORT_TOO_HEAVY', 'IMPORT_TOO_HEAVY']);
});
