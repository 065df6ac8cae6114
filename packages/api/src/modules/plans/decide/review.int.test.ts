// The chain on both engines: allowed, denied, out of turn, incomplete, stale, repeated; and comments.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeId, newId } from '#platform/ids';
import { decideFixture, type DecideFixture } from '../../../../test/testkit/decide-fixture.ts';
import { refusalOf } from '../../../../test/testkit/refusals.ts';

let f: DecideFixture;
beforeAll(async () => {
  f = await decideFixture();
}, 180_000);
afterAll(() => f.close());

type Draft = Awaited<ReturnType<DecideFixture['draft']>>;
const named = ({ plan, version }: Draft, more: object = {}) => ({ plan, version, clientEventId: newId(), ...more });
const shown = (draft: Draft) => f.plans.reads.byId(f.as('PLANNER'), draft.plan);
const saidOf = async (draft: Draft) => f.service.reviewsOf(f.as('PLANNER'), await shown(draft));
const approve = (draft: Draft) => named(draft, { decision: 'APPROVE' }) as never;
const sendBack = (draft: Draft, note?: string) => named(draft, { decision: 'SEND_BACK', note }) as never;

describe('the chain', () => {
  it('goes from the planner over community and street to the district, and keeps who said what', async () => {
    const draft = await f.draft({ '1-2': 2 });
    const { reviews } = f.service;
    expect(await reviews.submit(f.as('PLANNER'), named(draft, { note: '9栋太大' }))).toMatchObject({
      stage: 'SUBMITTED',
    });
    expect(await reviews.review(f.as('SECRETARY'), approve(draft))).toMatchObject({ stage: 'COMMUNITY_APPROVED' });
    expect(await reviews.review(f.as('STREET_REVIEWER'), approve(draft))).toMatchObject({ stage: 'STREET_APPROVED' });
    expect(await reviews.review(f.as('DISTRICT_REVIEWER'), approve(draft))).toMatchObject({
      stage: 'APPROVED',
      version: 3,
    });
    const said = await saidOf(draft);
    expect(said.map(({ role, decision, note, stage }) => [role, decision, note, stage])).toEqual([
      ['PLANNER', null, '9栋太大', 'SUBMITTED'],
      ['SECRETARY', 'APPROVE', null, 'COMMUNITY_APPROVED'],
      ['STREET_REVIEWER', 'APPROVE', null, 'STREET_APPROVED'],
      ['DISTRICT_REVIEWER', 'APPROVE', null, 'APPROVED'],
    ]);
    expect(said[0]).toMatchObject({ by: '小样PLANNER', version: 3 });
  });

  it('skips the community where the secretary submits', async () => {
    const draft = await f.draft({ '1-2': 2 });
    expect(await f.service.reviews.submit(f.as('SECRETARY'), named(draft))).toMatchObject({
      stage: 'COMMUNITY_APPROVED',
    });
  });

  it('refuses a plan with a gap by name, also one that came later', async () => {
    const draft = await f.draft({ '2-2': null, '1-1': null });
    const call = f.service.reviews.submit(f.as('PLANNER'), named(draft));
    await expect(call).rejects.toMatchObject({
      code: 'PLAN_INCOMPLETE',
      path: 'input.plan',
      params: { count: 2, names: '1栋1单元、2栋2单元' },
    });
    const said = await saidOf(draft);
    expect(said).toEqual([]);
  });

  it('refuses a version that is not the last, another stage, roles and strangers', async () => {
    const draft = await f.draft({ '1-2': 2 });
    const { reviews } = f.service;
    expect(await refusalOf(reviews.submit(f.as('PLANNER'), named({ ...draft, version: 2 })))).toBe(
      'STALE input.version',
    );
    expect(await refusalOf(reviews.review(f.as('SECRETARY'), approve(draft)))).toBe('PLAN_NOT_AT_STAGE input.plan');
    await reviews.submit(f.as('PLANNER'), named(draft));
    expect(await refusalOf(reviews.submit(f.as('SECRETARY'), named(draft)))).toBe('PLAN_NOT_AT_STAGE input.plan');
    expect(await refusalOf(reviews.review(f.as('STREET_REVIEWER'), approve(draft)))).toBe(
      'PLAN_NOT_YOUR_TURN input.decision',
    );
    expect(await refusalOf(reviews.review(f.as('PLANNER'), approve(draft)))).toBe('FORBIDDEN');
    expect(await refusalOf(reviews.submit(f.as('GRID_WORKER'), named(draft)))).toBe('FORBIDDEN');
    const screen = f.world.access('SECRETARY', { screen: true });
    expect(await refusalOf(reviews.review(screen, approve(draft)))).toBe('SCREEN_READ_ONLY');
    const absent = { ...draft, plan: encodeId('Plan', f.world.communityId, newId()) };
    expect(await refusalOf(reviews.submit(f.as('PLANNER'), named(absent)))).toBe('NOT_FOUND input.plan');
  });

  it('sends back with a reason, to be edited and submitted again; the history stays', async () => {
    const draft = await f.draft({ '1-2': 2 });
    const { reviews } = f.service;
    await reviews.submit(f.as('SECRETARY'), named(draft));
    expect(await refusalOf(reviews.review(f.as('STREET_REVIEWER'), sendBack(draft, ' ')))).toBe(
      'PLAN_NOTE_REQUIRED input.note',
    );
    expect(await reviews.review(f.as('STREET_REVIEWER'), sendBack(draft, '1栋请整栋划入'))).toMatchObject({
      stage: 'DRAFT',
    });
    await reviews.submit(f.as('PLANNER'), named(draft));
    const said = await saidOf(draft);
    expect(said.map(({ stage }) => stage)).toEqual(['COMMUNITY_APPROVED', 'DRAFT', 'SUBMITTED']);
    expect(said[1]).toMatchObject({ decision: 'SEND_BACK', note: '1栋请整栋划入' });
  });

  it('answers a repetition as before and decides once', async () => {
    const draft = await f.draft({ '1-2': 2 });
    const { reviews } = f.service;
    const input = named(draft);
    await reviews.submit(f.as('PLANNER'), input);
    expect(await reviews.submit(f.as('PLANNER'), input)).toMatchObject({ stage: 'SUBMITTED' });
    expect(await refusalOf(reviews.submit(f.as('PLANNER'), { ...input, note: '另一句' }))).toBe(
      'IDEMPOTENCY_MISMATCH input.clientEventId',
    );
    const outcomes = await Promise.all([
      refusalOf(reviews.review(f.as('SECRETARY'), approve(draft))),
      refusalOf(reviews.review(f.as('SECRETARY'), sendBack(draft, '再议'))),
    ]);
    expect(outcomes.filter((each) => each === 'done')).toHaveLength(1);
    expect(outcomes.find((each) => each !== 'done')).toMatch(/^PLAN_NOT_/);
  });
});

describe('comments', () => {
  const commentsOf = async (draft: Draft) => f.service.commentsOf(f.as('PLANNER'), await shown(draft));
  const comment = (draft: Draft, more: object) => ({ plan: draft.plan, text: '这里', clientEventId: newId(), ...more });

  it('are pinned to a door, a grid or a point, by whoever reads plans, and settled', async () => {
    const draft = await f.draft({});
    const entrance = encodeId('Entrance', f.world.communityId, f.world.entranceIds['1-1']!);
    await f.service.comments.comment(f.as('PLANNER'), comment(draft, { text: '入口在北面', entrance }));
    await f.service.comments.comment(f.as('STREET_REVIEWER'), comment(draft, { grid: 2 }));
    const point = { longitude: 114.42, latitude: 30.63 };
    await f.service.comments.comment(f.as('SECRETARY'), comment(draft, { point }));
    const [first, second, third] = await commentsOf(draft);
    expect(first).toMatchObject({ text: '入口在北面', entrance, grid: null, point: null, resolved: false });
    expect(second).toMatchObject({ by: '小样STREET_REVIEWER', grid: 2 });
    expect(JSON.parse(third!.point!)).toEqual({ type: 'Point', coordinates: [114.42, 30.63] });
    const settle = (resolved: boolean) =>
      f.service.comments.resolve(f.as('PLANNER'), {
        plan: draft.plan,
        comment: first!.id,
        resolved,
        clientEventId: newId(),
      });
    await settle(true);
    await settle(true);
    expect((await commentsOf(draft)).map(({ resolved }) => resolved)).toEqual([true, false, false]);
    await settle(false);
    expect((await commentsOf(draft)).map(({ resolved }) => resolved)).toEqual([false, false, false]);
  });

  it('refuse blank words, resident ids, places that do not exist, and whoever reads no plans', async () => {
    const draft = await f.draft({});
    const said = (more: object, role: 'PLANNER' | 'GRID_WORKER' = 'PLANNER') =>
      refusalOf(f.service.comments.comment(f.as(role), comment(draft, more)));
    expect(await said({ text: '  ' })).toBe('INVALID_TEXT_BLANK input.text');
    expect(await said({ text: '字'.repeat(501) })).toBe('TOO_LONG input.text');
    expect(await said({ text: '找 11010519491231002X 谈' })).toBe('PERSONAL_ID_IN_TEXT input.text');
    expect(await said({ grid: 9 })).toBe('NOT_FOUND input.grid');
    expect(await said({ entrance: encodeId('Entrance', f.world.communityId, newId()) })).toBe(
      'NOT_FOUND input.entrance',
    );
    expect(await said({ point: { longitude: 181, latitude: 0 } })).toMatch(/input\.point/);
    expect(await said({}, 'GRID_WORKER')).toBe('FORBIDDEN');
    expect(await commentsOf(draft)).toEqual([]);
  });

  it('are written once by one clientEventId', async () => {
    const draft = await f.draft({});
    const input = comment(draft, {});
    await f.service.comments.comment(f.as('PLANNER'), input);
    await f.service.comments.comment(f.as('PLANNER'), input);
    expect(await commentsOf(draft)).toHaveLength(1);
    const unknown = encodeId('PlanComment', f.world.communityId, newId());
    expect(
      await refusalOf(
        f.service.comments.resolve(f.as('PLANNER'), {
          plan: draft.plan,
          comment: unknown,
          resolved: true,
          clientEventId: newId(),
        }),
      ),
    ).toBe('NOT_FOUND input.comment');
  });
});
