// The planner's evening on the demo: a suggestion taken into a draft, the chain, a date, the clock past midnight, the lists accepted.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Client } from '../testkit/client.ts';
import { startDemoServer, type TestServer } from '../testkit/server.ts';

const CODE = '420107005008';
const BEFORE = '2026-07-07T23:59:59+08:00';
const AFTER = '2026-07-08T00:00:00+08:00';

interface Suggestions {
  readonly job: string;
  readonly state: string;
  readonly progress: number;
  readonly suggestions: readonly {
    readonly roles: readonly string[];
    readonly assignment: readonly number[];
    readonly movedUnits: number;
    readonly movedHouseholds: number;
  }[];
}

let server: TestServer;
beforeAll(async () => {
  server = await startDemoServer();
});
afterAll(() => server.stop());

it('suggests, drafts, decides, comes in force at midnight, and hands over by name', async () => {
  const planner = await Client.signedIn(server.url, 'planner');
  const plan = await branch(planner);
  const search = await searched(planner, plan.id);
  expect(search).toMatchObject({ state: 'DONE', progress: 1 });
  const chosen = search.suggestions.find(({ roles }) => roles.includes('least-change'))!;
  expect(chosen.movedUnits).toBeGreaterThan(0);

  const ops = moves(await units(planner), plan.assignment, chosen.assignment);
  const applied = await mutate(planner, 'applyPlanOps', 'PlanApplied { plan { version } }', {
    plan: plan.id,
    baseVersion: 1,
    ops,
    source: 'SUGGESTION',
  });
  expect(applied).toEqual({ __typename: 'PlanApplied', plan: { version: 2 } });

  const decide = async (user: string, mutation: string, more: object = {}) =>
    mutate(await Client.signedIn(server.url, user), mutation, 'Plan { stage acts }', {
      plan: plan.id,
      version: 2,
      ...more,
    });
  const approve = { decision: 'APPROVE' };
  expect(await decide('planner', 'submitPlan')).toMatchObject({ stage: 'SUBMITTED' });
  expect(await decide('district', 'reviewPlan', approve)).toMatchObject({ code: 'PLAN_NOT_YOUR_TURN' });
  expect(await decide('secretary', 'reviewPlan', approve)).toMatchObject({ stage: 'COMMUNITY_APPROVED' });
  expect(await decide('street', 'reviewPlan', approve)).toMatchObject({ stage: 'STREET_APPROVED' });
  expect(await decide('district', 'reviewPlan', approve)).toMatchObject({ stage: 'APPROVED' });
  const scheduled = { stage: 'SCHEDULED', acts: ['WITHDRAW', 'COMMENT'] };
  expect(await decide('planner', 'activatePlan', { on: '2026-07-08' })).toMatchObject(scheduled);
  const why = { note: '居民代表还有意见' };
  expect(await decide('planner', 'withdrawPlan', why)).toMatchObject({ stage: 'APPROVED' });
  expect(await decide('planner', 'withdrawPlan', why)).toMatchObject({ code: 'PLAN_NOT_AT_STAGE' });
  expect(await handovers(await Client.signedIn(server.url, 'secretary'))).toEqual([]);
  expect(await decide('planner', 'activatePlan', { on: '2026-07-08' })).toMatchObject(scheduled);

  const secretary = await Client.signedIn(server.url, 'secretary');
  const [old, agreed] = [await households(secretary, BEFORE), await households(secretary, AFTER)];
  expect(old.some((count) => count < 300 || count > 500)).toBe(true);
  expect(agreed.every((count) => count >= 300 && count <= 500)).toBe(true);
  const open = await handovers(secretary);
  const doors = open.filter(({ kind }) => kind === 'DOORS');
  expect(doors.reduce((sum, item) => sum + item.households, 0)).toBe(chosen.movedHouseholds);
  expect(open.some(({ mine }) => mine)).toBe(false);

  const administrator = await Client.signedIn(server.url, 'administrator');
  await administrator.graphql(`mutation { moveDemoClock(to: "2026-07-08T08:30:00+08:00") { __typename } }`);
  const due = await handovers(secretary);
  expect(due.map(({ id }) => id)).toEqual(open.map(({ id }) => id));
  expect(due.every(({ mine }) => mine)).toBe(true);
  const accepted = await mutate(secretary, 'acceptHandovers', 'HandoversAccepted { handovers { acceptedBy } }', {
    community: CODE,
    handovers: due.map(({ id }) => id),
  });
  expect(accepted).toMatchObject({ handovers: due.map(() => ({ acceptedBy: '何敏' })) });
  expect(await households(secretary, BEFORE)).toEqual(old);
  const { data } = await planner.graphql(
    `query ($id: ID!) { plan(id: $id) { stage outdated reviews { role stage } } }`,
    {
      id: plan.id,
    },
  );
  const { reviews, ...inForce } = (data as never as { plan: { reviews: object[]; stage: string; outdated: boolean } })
    .plan;
  expect(inForce).toEqual({ stage: 'IN_FORCE', outdated: false });
  expect(reviews).toHaveLength(7);
  expect(await decide('planner', 'withdrawPlan', why)).toMatchObject({ code: 'PLAN_BEGUN' });
});

async function branch(client: Client): Promise<{ id: string; assignment: number[] }> {
  const made = await mutate(client, 'createPlan', 'Plan { id assignment }', {
    community: CODE,
    name: '七月方案',
  });
  return made as { id: string; assignment: number[] };
}

async function searched(client: Client, plan: string): Promise<Suggestions> {
  const shown = 'PlanSuggestions { job state progress suggestions { roles assignment movedUnits movedHouseholds } }';
  const started = (await mutate(client, 'suggestPlans', shown, { plan })) as Suggestions;
  const socket = client.socket();
  let last = started;
  await new Promise<void>((resolve, reject) => {
    socket.subscribe<{ planSuggestionsProgress: Suggestions }>(
      {
        query: `subscription ($job: ID!) { planSuggestionsProgress(job: $job) { job state progress
          suggestions { roles assignment movedUnits movedHouseholds } } }`,
        variables: { job: started.job },
      },
      { next: ({ data }) => void (last = data?.planSuggestionsProgress ?? last), error: reject, complete: resolve },
    );
  });
  await socket.dispose();
  return last;
}

async function units(client: Client): Promise<string[]> {
  const { data } = await client.graphql(`{ planGround(community: "${CODE}") { units { entrance } } }`);
  return (data as never as { planGround: { units: { entrance: string }[] } }).planGround.units.map(
    ({ entrance }) => entrance,
  );
}

/** One operation for each grid that receives something. */
function moves(entrances: readonly string[], before: readonly number[], after: readonly number[]): object[] {
  const moved = [...entrances.keys()].filter((unit) => before[unit] !== after[unit]);
  return [...Map.groupBy(moved, (unit) => after[unit]!)].map(([grid, own]) => ({
    kind: 'MOVE',
    grid,
    entrances: own.map((unit) => entrances[unit]),
  }));
}

async function households(client: Client, validAt: string): Promise<number[]> {
  const { data } = await client.graphql(
    `query ($at: DateTime!) { grids(community: "${CODE}", validAt: $at) { number households } }`,
    { at: validAt },
  );
  return (data as never as { grids: { households: number }[] }).grids.map((grid) => grid.households);
}

interface Handover {
  readonly id: string;
  readonly kind: string;
  readonly households: number;
  readonly mine: boolean;
}

async function handovers(client: Client): Promise<Handover[]> {
  const { data } = await client.graphql(`{ handovers(community: "${CODE}") { id kind households mine } }`);
  return (data as never as { handovers: Handover[] }).handovers;
}

/** The answer of a mutation with a new clientEventId, or its refusal. */
async function mutate(client: Client, name: string, shown: string, input: object): Promise<object> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const fragment = shown.replace(/^(\w+)/, '... on $1');
  const answer = await client.graphql(
    `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ${fragment} ... on Refusal { code message path } } }`,
    { input: { ...input, clientEventId: randomUUID() } },
  );
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data![name] as never as object;
}
