// One entry of the log: ids, codes and counts; never names, phones or free text.

export type EventKind =
  | 'request.created'
  | 'request.joined'
  | 'request.advanced'
  | 'request.closed'
  | 'request.reopened'
  | 'request.extended'
  | 'visit.recorded'
  | 'care.changed'
  | 'geography.changed'
  | 'plan.created'
  | 'plan.changed'
  | 'plan.staged'
  | 'plan.commented'
  | 'plan.handed-over';

export interface NewEvent {
  readonly kind: EventKind;
  readonly at: Date;
  readonly entranceId?: string;
  readonly householdId?: string;
  readonly requestId?: string;
  readonly data?: Readonly<Record<string, string | number | boolean | null>>;
}

export interface LoggedEvent {
  readonly seq: number;
  readonly kind: EventKind;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly entranceId: string | null;
  readonly householdId: string | null;
  readonly requestId: string | null;
  readonly data: Readonly<Record<string, string | number | boolean | null>>;
}
