// A request and its work orders as MikroORM sees them: columns of one row each, other rows by id.
// Refuses relations: steps, spans, photos and personal tables are written and read by SQL beside them.
import { defineEntity, p } from '@mikro-orm/sql';
import type { RoutingReason } from '#modules/people';
import type { OrderRecord, RequestRecord } from './request-record.ts';
import type { RequestPlace } from './request.policy.ts';

const instant = () => p.datetime().columnType('timestamptz');

const ServiceRequestSchema = defineEntity({
  name: 'ServiceRequest',
  tableName: 'service_requests',
  properties: {
    communityId: p.uuid().primary(),
    id: p.uuid().primary(),
    /** Counts up in the community from 1; what people call it by. */
    number: p.integer(),
    entranceId: p.uuid(),
    /** The grid in force when it was reported, or last reopened. */
    gridId: p.uuid().nullable(),
    category: p.text(),
    kind: p.text(),
    stage: p.text(),
    outcome: p.text().nullable(),
    normsVersion: p.integer(),
    createdAt: instant(),
    clientTime: instant().nullable(),
    respondDueAt: instant().nullable(),
    respondedAt: instant().nullable(),
    dueAt: instant(),
    closedAt: instant().nullable(),
    reopenedCount: p.integer(),
    callerCount: p.integer(),
    stepCount: p.integer(),
    responsibleId: p.uuid().nullable(),
    onCallId: p.uuid().nullable(),
    offDuty: p.boolean(),
    routing: p.json().$type<readonly RoutingReason[]>(),
    organizationId: p.uuid().nullable(),
    extensionUntil: instant().nullable(),
    extensionRequestedAt: instant().nullable(),
    /** The account that asked; nobody approves their own. */
    extensionAskedBy: p.uuid().nullable(),
    /** Decided, or lapsed (then `extensionApproved` stays null). */
    extensionDecidedAt: instant().nullable(),
    extensionApproved: p.boolean().nullable(),
    createdBy: p.uuid().nullable(),
  },
});
export class ServiceRequest extends ServiceRequestSchema.class {}
ServiceRequestSchema.setClass(ServiceRequest);

const WorkOrderSchema = defineEntity({
  name: 'WorkOrder',
  tableName: 'work_orders',
  properties: {
    communityId: p.uuid().primary(),
    id: p.uuid().primary(),
    requestId: p.uuid(),
    organizationId: p.uuid(),
    dispatchedAt: instant(),
    answerDueAt: instant(),
    finishDueAt: instant(),
    acceptedAt: instant().nullable(),
    arrivedAt: instant().nullable(),
    /** People on the spot; a number, never who. */
    crew: p.integer().nullable(),
    finishedAt: instant().nullable(),
  },
});
export class WorkOrder extends WorkOrderSchema.class {}
WorkOrderSchema.setClass(WorkOrder);

/** What rules and policy read of a stored request; absent columns are null there. */
export function recordOf(request: ServiceRequest): RequestRecord & RequestPlace {
  const { id, entranceId, category, stage, dueAt, reopenedCount, stepCount, normsVersion } = request;
  return {
    id,
    entranceId,
    category,
    stage,
    dueAt,
    reopenedCount,
    stepCount,
    normsVersion,
    outcome: request.outcome ?? null,
    respondedAt: request.respondedAt ?? null,
    closedAt: request.closedAt ?? null,
    ...placeOf(request),
    ...extensionOf(request),
  };
}

function placeOf(request: ServiceRequest): RequestPlace {
  return {
    gridId: request.gridId ?? null,
    responsibleId: request.responsibleId ?? null,
    onCallId: request.onCallId ?? null,
    organizationId: request.organizationId ?? null,
  };
}

function extensionOf(request: ServiceRequest) {
  return {
    extensionUntil: request.extensionUntil ?? null,
    extensionRequestedAt: request.extensionRequestedAt ?? null,
    extensionAskedBy: request.extensionAskedBy ?? null,
    extensionDecidedAt: request.extensionDecidedAt ?? null,
    extensionApproved: request.extensionApproved ?? null,
  };
}

export function orderOf(order: WorkOrder): OrderRecord {
  return {
    id: order.id,
    organizationId: order.organizationId,
    dispatchedAt: order.dispatchedAt,
    answerDueAt: order.answerDueAt,
    finishDueAt: order.finishDueAt,
    acceptedAt: order.acceptedAt ?? null,
    arrivedAt: order.arrivedAt ?? null,
    crew: order.crew ?? null,
    finishedAt: order.finishedAt ?? null,
  };
}

export const REQUEST_ENTITIES = [ServiceRequestSchema, WorkOrderSchema] as const;
