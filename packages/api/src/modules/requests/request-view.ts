// Owns a request as the contract shows it to one viewer at one instant: masked by sight, worded in their language. Pure.
// Refuses queries: facts are an argument, and places, people and organizations stay ids for the field resolvers.
import { fill, type Language, ROUTING_REASON_TEXTS } from '@qinghe/schema';
import { encodeId } from '#platform/ids';
import { type CategoryCode, categoryNorm, categoryView, type Norms } from '#modules/geography';
import { replyText } from './reply-text.ts';
import { requestAsOf, type RequestAsOf } from './request-as-of.ts';
import type { RequestFacts } from './request-facts.read.ts';
import type { RequestOutcome } from './request-guards.ts';
import { stateOf } from './request-record.ts';
import { actionsOf, type RequestSight, type RequestViewer, sightOf } from './request.policy.ts';

export interface ViewContext {
  readonly communityId: string;
  readonly timeZone: string;
  readonly language: Language;
  readonly viewer: RequestViewer;
  readonly norms: Norms;
  readonly asOf: Date;
}

const instant = (ms: number | null): Date | null => (ms === null ? null : new Date(ms));
const opaque = encodeId;
/** Stored codes came through the norms, and norms only ever gain categories. */
const normOf = (norms: Norms, category: string) => categoryNorm(norms, category as CategoryCode);

/** The contract's ServiceRequest and, beside it, raw ids for other services. @returns null where the viewer may not see it */
export function requestView(facts: RequestFacts, context: ViewContext) {
  const sight = sightOf(context.viewer, facts);
  if (!sight.visible) return null;
  const past = requestAsOf(facts, context.asOf.getTime());
  const { communityId } = context;
  const category = categoryView(normOf(context.norms, facts.category), context.language);
  return {
    requestId: facts.id,
    communityId,
    entranceId: facts.entranceId,
    gridId: facts.gridId,
    responsibleId: facts.responsibleId,
    onCallId: facts.onCallId,
    organizationId: facts.organizationId,
    duplicateOfId: past.duplicateOf,
    id: opaque('ServiceRequest', communityId, facts.id),
    number: facts.number,
    category,
    kind: facts.kind,
    title: category.name,
    text: sight.words ? facts.text : null,
    door: sight.door ? facts.door : null,
    stage: past.stage,
    outcome: past.outcome,
    createdAt: new Date(facts.createdAt),
    respondDueAt: instant(facts.respondDueAt),
    respondedAt: instant(past.respondedAt),
    dueAt: new Date(past.dueAt),
    closedAt: instant(past.closedAt),
    overdue: past.overdue,
    reopenedCount: past.reopenedCount,
    callerCount: past.callerCount,
    offDuty: facts.offDuty,
    routing: facts.routing.map(({ code, params }) => fill(ROUTING_REASON_TEXTS[code], context.language, params)),
    steps: stepViews(past, sight, communityId),
    workOrders: orderViews(past, communityId),
    photos: sight.photos ? photoViews(past, communityId) : [],
    extension: extensionView(past, sight),
    actions: actionsOf(context.viewer, facts, currentState(facts)),
    reply: sight.words ? reply(facts, past, context) : null,
  };
}
export type RequestView = NonNullable<ReturnType<typeof requestView>>;

function stepViews(past: RequestAsOf, sight: RequestSight, communityId: string) {
  return past.steps.map((step) => ({
    id: opaque('Step', communityId, step.id),
    action: step.action,
    from: step.from,
    to: step.to,
    at: new Date(step.at),
    actor: sight.staff ? step.actor : null,
    note: sight.words ? step.note : null,
  }));
}

function orderViews(past: RequestAsOf, communityId: string) {
  return past.orders.map((order) => ({
    id: opaque('WorkOrder', communityId, order.id),
    communityId,
    organizationId: order.organizationId,
    dispatchedAt: new Date(order.dispatchedAt),
    answerDueAt: new Date(order.answerDueAt),
    finishDueAt: new Date(order.finishDueAt),
    acceptedAt: instant(order.acceptedAt),
    arrivedAt: instant(order.arrivedAt),
    crew: order.crew,
    finishedAt: instant(order.finishedAt),
  }));
}

function photoViews(past: RequestAsOf, communityId: string) {
  return past.photos.map((photo) => ({
    id: opaque('Photo', communityId, photo.id),
    url: `/files/${photo.sha256}`,
    phase: photo.phase,
    at: new Date(photo.at),
  }));
}

function extensionView({ extension }: RequestAsOf, sight: RequestSight) {
  return (
    extension && {
      until: new Date(extension.until),
      reason: sight.words ? extension.reason : null,
      requestedAt: new Date(extension.requestedAt),
      decidedAt: instant(extension.decidedAt),
      approved: extension.approved,
    }
  );
}

/** No form of address: the caller's name is read by revealContact only, where it is recorded. */
function reply(facts: RequestFacts, past: RequestAsOf, { norms, language, timeZone }: ViewContext): string | null {
  if (past.closedAt === null || past.outcome === null) return null;
  return replyText(
    {
      formOfAddress: null,
      category: normOf(norms, facts.category),
      outcome: past.outcome as RequestOutcome,
      reportedAt: new Date(facts.createdAt),
      closedAt: new Date(past.closedAt),
      zone: timeZone,
    },
    language === 'EN' ? 'en' : 'zh',
  );
}

/** The state of now, whatever the instant of the view: what one may do is never a thing of the past. */
function currentState(facts: RequestFacts) {
  const last = facts.orders.at(-1);
  const record = {
    ...facts,
    dueAt: new Date(facts.dueAt),
    respondedAt: instant(facts.respondedAt),
    closedAt: instant(facts.closedAt),
    extensionUntil: instant(facts.extensionUntil),
    extensionRequestedAt: instant(facts.extensionRequestedAt),
    extensionDecidedAt: instant(facts.extensionDecidedAt),
  };
  const order = last && {
    ...last,
    dispatchedAt: new Date(last.dispatchedAt),
    answerDueAt: new Date(last.answerDueAt),
    finishDueAt: new Date(last.finishDueAt),
    acceptedAt: instant(last.acceptedAt),
    arrivedAt: instant(last.arrivedAt),
    finishedAt: instant(last.finishedAt),
  };
  return stateOf(record, order ?? null);
}
