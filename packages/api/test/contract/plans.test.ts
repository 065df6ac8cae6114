// Two planners on one plan over real sockets: changes arrive, presence comes and goes at once, a repeated call counts once.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Client } from '../testkit/client.ts';
import { startDemoServer, type TestServer } from '../testkit/server.ts';

const CODE = '420107005008';

interface Plan {
  readonly id: string;
  readonly version: number;
  readonly present: readonly string[];
  readonly assignment: readonly (number | null)[];
}

let server: TestServer;
let one: Client;
let two: Client;
beforeAll(async () => {
  server = await startDemoServer();
  one = await Client.signedIn(server.url, 'planner');
  two = await Client.signedIn(server.url, 'planner2');
});
afterAll(() => server.stop());

it('stands on the ground of the community: every household in a unit, every unit in a grid', async () => {
  const { planGround } = (
    await one.graphql(
      `{ planGround(community: "${CODE}") { units { entrance households } grids { number worker } arcs borders } }`,
    )
  ).data as never as {
    planGround: { units: { entrance: string; households: number }[]; grids: { number: number; worker: string }[] };
  };
  expect(planGround.units.reduce((sum, unit) => sum + unit.households, 0)).toBe(5_235);
  expect(planGround.grids).toHaveLength(15);
  expect(planGround.grids.every(({ worker }) => worker)).toBe(true);
  const plan = await branch('全员');
  expect(plan.assignment).toHaveLength(planGround.units.length);
  expect(plan.assignment).not.toContain(null);
});

it('shows each what the other does, and who is there', async () => {
  const plan = await branch('两人');
  const mine = watch(one, plan.id);
  await mine.until(({ present }) => present.length === 1);
  const theirs = watch(two, plan.id);
  const both = await mine.until(({ present }) => present.length === 2);
  expect(both.present.length).toBe(new Set(both.present).size);
  await rename(two, plan, '两人改');
  expect((await mine.until(({ version }) => version === 2)).version).toBe(2);
  const leftAt = Date.now();
  theirs.stop();
  await mine.until(({ present }) => present.length === 1);
  expect(Date.now() - leftAt).toBeLessThan(5_000);
  mine.stop();
});

it('answers a repeated call with the same plan', async () => {
  const plan = await branch('重复');
  const clientEventId = randomUUID();
  const first = await rename(one, plan, '新名', clientEventId);
  expect(first).toMatchObject({ __typename: 'PlanApplied', plan: { version: 2 } });
  expect(await rename(one, plan, '新名', clientEventId)).toEqual(first);
  expect(await rename(one, plan, '别名', clientEventId)).toMatchObject({
    __typename: 'Refusal',
    code: 'IDEMPOTENCY_MISMATCH',
  });
});

it('leaves as a file and comes back by upload; strangers and screens get nothing', async () => {
  const plan = await branch('文件');
  await rename(one, plan, '文件一');
  for (const kind of ['geojson', 'xlsx']) {
    const address = `${server.url}/files/plans/${plan.id}.${kind}`;
    const file = await fetch(address, { headers: { cookie: one.cookie } });
    expect([file.status, file.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    expect(file.headers.get('content-disposition')).toContain(encodeURIComponent(`文件一.${kind}`));
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { upload } = (await (await one.upload(`plan.${kind}`, bytes)).json()) as { upload: string };
    const answer = await one.graphql(
      `mutation ($input: ImportPlanInput!) { importPlan(input: $input) { __typename ... on PlanApplied { plan { version } } ... on Refusal { code path } } }`,
      { input: { plan: plan.id, baseVersion: 2, upload, clientEventId: randomUUID() } },
    );
    expect(answer.data?.['importPlan']).toEqual({ __typename: 'PlanApplied', plan: { version: 2 } });
    expect((await fetch(address)).status).toBe(401);
    for (const [username, screen] of [
      ['worker15', false],
      ['planner', true],
    ] as const) {
      const other = await Client.signedIn(server.url, username, { screen });
      expect((await fetch(address, { headers: { cookie: other.cookie } })).status).toBe(403);
    }
  }
  expect((await fetch(`${server.url}/files/plans/${plan.id}.pdf`, { headers: { cookie: one.cookie } })).status).toBe(
    404,
  );
  expect((await fetch(`${server.url}/files/plans/x.xlsx`, { headers: { cookie: one.cookie } })).status).toBe(400);
});

async function branch(name: string): Promise<Plan> {
  const answer = await one.graphql(
    `mutation ($input: CreatePlanInput!) { createPlan(input: $input) { __typename ... on Plan { id version assignment } } }`,
    { input: { community: CODE, name, clientEventId: randomUUID() } },
  );
  return answer.data?.['createPlan'] as never as Plan;
}

async function rename(client: Client, plan: Plan, text: string, clientEventId: string = randomUUID()): Promise<object> {
  const answer = await client.graphql(
    `mutation ($input: ApplyPlanOpsInput!) { applyPlanOps(input: $input) {
       __typename ... on PlanApplied { merged plan { version } } ... on Refusal { code } } }`,
    { input: { plan: plan.id, baseVersion: plan.version, ops: [{ kind: 'RENAME', text }], clientEventId } },
  );
  return answer.data?.['applyPlanOps'] as never as object;
}

function watch(client: Client, plan: string) {
  const socket = client.socket();
  const all: Plan[] = [];
  let wake: () => void = () => undefined;
  const stop = socket.subscribe<{ planChanged: Plan }>(
    {
      query: 'subscription ($plan: ID!) { planChanged(plan: $plan) { id version present assignment } }',
      variables: { plan },
    },
    {
      next: ({ data }) => {
        if (data) all.push(data.planChanged);
        wake();
      },
      error: (error) => {
        throw error instanceof Error ? error : new Error(JSON.stringify(error));
      },
      complete: () => undefined,
    },
  );
  return {
    /** Waits for the next state that fits; states before the call do not count twice. */
    async until(fits: (plan: Plan) => boolean): Promise<Plan> {
      for (;;) {
        const found = all.splice(0).find(fits);
        if (found) return found;
        await new Promise<void>((resolve) => (wake = resolve));
      }
    },
    stop,
  };
}
