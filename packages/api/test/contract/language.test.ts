// One language a viewer: what the account chose, else what the browser asks for, else Chinese; places are said in it.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Client } from '../testkit/client.ts';
import { startDemoServer, type TestServer } from '../testkit/server.ts';

const COMMUNITY = '420107005008';
const ENGLISH = { 'accept-language': 'en-US,en;q=0.9' };
const FRENCH_THEN_ENGLISH = { 'accept-language': 'fr-FR,en;q=0.8,zh;q=0.5' };

let server: TestServer;
beforeAll(async () => {
  server = await startDemoServer();
});
afterAll(() => server.stop());

const languageOf = async (client: Client, headers: Record<string, string>): Promise<unknown> =>
  (await client.graphql('{ viewer { language } }', {}, headers)).data?.['viewer'];

it('follows the browser until the account chooses', async () => {
  const visitor = new Client(server.url);
  expect(await languageOf(visitor, {})).toEqual({ language: 'ZH' });
  expect(await languageOf(visitor, ENGLISH)).toEqual({ language: 'EN' });
  expect(await languageOf(visitor, FRENCH_THEN_ENGLISH)).toEqual({ language: 'EN' });

  const worker = await Client.signedIn(server.url, 'worker15');
  expect(await languageOf(worker, ENGLISH)).toEqual({ language: 'EN' });
  const chosen = await worker.graphql('mutation { chooseLanguage(language: EN) { language } }');
  expect(chosen.data).toEqual({ chooseLanguage: { language: 'EN' } });
  expect(await languageOf(await Client.signedIn(server.url, 'worker15'), {})).toEqual({ language: 'EN' });
});

it('says numbered places and the source in the language asked for', async () => {
  const secretary = await Client.signedIn(server.url, 'secretary');
  const ask = async (headers: Record<string, string>) => {
    const { data } = await secretary.graphql(
      `{ community(code: "${COMMUNITY}") { attribution }
         buildings(community: "${COMMUNITY}", first: 1) { edges { node { name entrances { name } } } }
         density(community: "${COMMUNITY}", by: GRID, metric: VISITS) { cells { name } } }`,
      {},
      headers,
    );
    const answer = data as unknown as {
      community: { attribution: string };
      buildings: { edges: { node: { name: string; entrances: { name: string }[] } }[] };
      density: { cells: { name: string }[] };
    };
    const building = answer.buildings.edges[0]?.node;
    return [answer.community.attribution, building?.name, building?.entrances[0]?.name, answer.density.cells[0]?.name];
  };
  expect(await ask({})).toEqual([expect.stringMatching(/^演示数据/), '1栋', '1栋1单元', '01网格']);
  expect(await ask(ENGLISH)).toEqual([
    expect.stringMatching(/^Demo data \(invented\)/),
    'Building 1',
    'Building 1, entrance 1',
    'Grid 01',
  ]);
});
