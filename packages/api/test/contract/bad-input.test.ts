// Bad input gets a code, a sentence in zh or en and a path; nothing changes, nothing leaks, the server lives on.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client } from '../testkit/client.ts';
import { startDemoServer } from '../testkit/server.ts';
import { type Bed, CODE, stateOf } from './bad-input/bed.ts';
import { documentsCases } from './bad-input/documents-cases.ts';
import { geometryCases } from './bad-input/geometry-cases.ts';
import { identityCases } from './bad-input/identity-cases.ts';
import { textsCases } from './bad-input/texts-cases.ts';
import { transportCases } from './bad-input/transport-cases.ts';
import { valuesCases } from './bad-input/values-cases.ts';

const bed = {} as Bed;

beforeAll(async () => {
  bed.server = await startDemoServer();
  bed.secretary = await Client.signedIn(bed.server.url, 'secretary');
  bed.worker = await Client.signedIn(bed.server.url, 'worker7');
  const answer = await bed.secretary.graphql(
    `{ readMessage(community: "${CODE}", text: "9栋2单元") { entrance { id } } }`,
  );
  bed.entrance = (answer.data as never as { readMessage: { entrance: { id: string } } }).readMessage.entrance.id;
  bed.before = await stateOf(bed.secretary);
});
afterAll(() => bed.server.stop());

transportCases(bed);
documentsCases(bed);
valuesCases(bed);
textsCases(bed);
geometryCases(bed);
identityCases(bed);

describe('after all of it', () => {
  it('the server lives, holds what it held, and logged no stack', async () => {
    expect((await fetch(`${bed.server.url}/readyz`)).status).toBe(200);
    expect(await stateOf(bed.secretary)).toBe(bed.before);
    expect(bed.server.output()).not.toMatch(/\bat .*\.js:\d+/);
  });
});
