// Communities to measure on: made through the API, filled by SQL; what is measured is what the API does with them.
import { randomUUID } from 'node:crypto';
import { post } from './measure.mjs';

/** One building with one entrance of fifty doors each. @returns {code, doors: opaque ids of dwellings} */
export async function makeSmallCommunities(server, client, count) {
  const codes = Array.from({ length: count }, (_, index) => String(990_000_000_000 + index));
  for (const code of codes) await makeCommunity(server, client, code);
  await fill(client, codes, { buildings: 1, doorsEach: 50, grids: 1 });
  return Promise.all(codes.map(async (code) => ({ code, doors: (await doorsOf(server, code)).flat() })));
}

/** A community of the size of a real one: 100 buildings of twelve corners, 15 grids. @returns {code, doors: one list a building} */
export async function makeLargeCommunity(server, client) {
  const code = '990000001000';
  await makeCommunity(server, client, code);
  await fill(client, [code], { buildings: 100, doorsEach: 4, grids: 15 });
  return { code, doors: await doorsOf(server, code) };
}

async function makeCommunity(server, client, code) {
  const input = { code, name: `压测${code.slice(-3)}`, timeZone: 'Asia/Shanghai', clientEventId: randomUUID() };
  const { json } = await post(
    server,
    'mutation ($input: CreateCommunityInput!) { createCommunity(input: $input) { __typename } }',
    { input },
  );
  if (json.data?.createCommunity?.__typename !== 'Community') throw new Error(JSON.stringify(json));
  await client.query(`update memberships set role = 'SECRETARY'`);
}

async function fill(client, codes, { buildings, doorsEach, grids }) {
  const ours = `(select * from communities where code = any('{${codes.join(',')}}')) c`;
  const shape = (n) =>
    `st_multi(st_buffer(st_setsrid(st_point(114.42 + (${n} % 10) * 0.001, 30.63 + (${n} / 10) * 0.0005), 4326), 0.0002, 3))`;
  const statements = [
    `insert into buildings (community_id, id, map_id, source_key, number, name, kind, footprint)
      select id, gen_random_uuid(), n, n, n, n || '栋', 'RESIDENTIAL', ${shape('n')} from ${ours}, generate_series(1, ${buildings}) n`,
    `insert into entrances (community_id, id, map_id, building_id, number, dwellings, households, residents, slice)
      select b.community_id, gen_random_uuid(), 1000 + b.map_id, b.id, '1', ${doorsEach}, ${doorsEach}, ${2 * doorsEach}, b.footprint
      from buildings b join ${ours} on c.id = b.community_id`,
    `insert into dwellings (community_id, id, entrance_id, floor, position, label)
      select e.community_id, gen_random_uuid(), e.id, n / 5, n % 5, n::text
      from entrances e join ${ours} on c.id = e.community_id, generate_series(1, ${doorsEach}) n`,
    `insert into households (community_id, id, dwelling_id, entrance_id, residents, moved_in)
      select d.community_id, gen_random_uuid(), d.id, d.entrance_id, 2, now() - interval '1 year' from dwellings d join ${ours} on c.id = d.community_id`,
    `insert into grids (community_id, id, map_id, number) select id, gen_random_uuid(), 2000 + n, n from ${ours}, generate_series(1, ${grids}) n`,
    `insert into grid_plans (community_id, id, name, valid, recorded)
      select id, gen_random_uuid(), 'bench', tstzrange(now() - interval '100 days', null), tstzrange(now() - interval '100 days', null) from ${ours}`,
    `insert into grid_versions (community_id, id, plan_id, grid_id, valid, recorded, boundary, label, area_hectares)
      select p.community_id, gen_random_uuid(), p.id, g.id, p.valid, p.recorded, ${shape('g.number')}, st_centroid(${shape('g.number')}), 1
      from grid_plans p join ${ours} on c.id = p.community_id join grids g using (community_id)`,
    `insert into grid_assignments (community_id, plan_id, entrance_id, grid_id)
      select p.community_id, p.id, e.id, g.id from grid_plans p join ${ours} on c.id = p.community_id join entrances e using (community_id)
      join grids g on g.community_id = e.community_id and g.number = 1 + e.map_id % ${grids}`,
    `analyze`,
  ];
  for (const statement of statements) await client.query(statement);
}

async function doorsOf(server, code) {
  const { json } = await post(
    server,
    `{ buildings(community: "${code}", first: 100) { edges { node { entrances { id } } } } }`,
  );
  const entrances = json.data.buildings.edges.flatMap(({ node }) => node.entrances.map(({ id }) => id));
  const doors = [];
  for (const entrance of entrances) {
    const { json: answer } = await post(
      server,
      'query ($entrance: ID!) { floorMatrix(entrance: $entrance) { doors { id } } }',
      { entrance },
    );
    doors.push(answer.data.floorMatrix.doors.map((door) => door.id));
  }
  return doors;
}

/** One call of `recordVisits`. @throws with the answer when it is anything but recorded */
export async function recordVisits(server, code, doors) {
  const input = {
    community: code,
    clientEventId: randomUUID(),
    visits: doors.map((dwelling) => ({ dwelling, outcome: 'MET' })),
  };
  const { json } = await post(
    server,
    'mutation ($input: RecordVisitsInput!) { recordVisits(input: $input) { __typename } }',
    { input },
  );
  if (json.data?.recordVisits?.__typename !== 'VisitsRecorded') throw new Error(JSON.stringify(json));
}
