// Owns the shape in which whole histories of requests are handed over: the demo's past, later a system that is replaced.
// Refuses behaviour: import-history.ts judges each move by the same table as a live one.
import type { RequestKind, CategoryCode } from '#modules/geography';
import type { RoutingReason } from '#modules/people';
import type { RequestOutcome } from './request-guards.ts';
import type { RequestAction } from './request-stages.ts';

/** Who did it, as accounts and people of the community; null where nobody is on record. */
export interface HistoryActor {
  readonly accountId: string | null;
  readonly personId: string | null;
}

/** One move, as it was made; opaque ids nowhere, uuids everywhere. */
export interface HistoryMove {
  readonly action: RequestAction;
  readonly at: Date;
  readonly by: HistoryActor;
  /** With DISPATCH. */
  readonly organizationId?: string;
  /** With ARRIVE. */
  readonly crew?: number;
  /** With CLOSE. */
  readonly outcome?: RequestOutcome;
  readonly duplicateOf?: string;
  readonly residentWord?: boolean;
  /** With REQUEST_EXTENSION. */
  readonly until?: Date;
  /** Note of the step; it also serves as the reason where one is demanded. */
  readonly note?: string;
}

/** One request with what became of it so far. */
export interface RequestHistory {
  readonly id: string;
  readonly entranceId: string;
  /** The grid in force at `createdAt`. */
  readonly gridId: string;
  readonly category: CategoryCode;
  readonly kind: RequestKind;
  readonly createdAt: Date;
  readonly by: HistoryActor;
  readonly text: string;
  readonly caller: { readonly name: string | null; readonly phone: string | null; readonly door: string | null };
  readonly responsibleId: string | null;
  readonly onCallId: string | null;
  readonly offDuty: boolean;
  readonly routing: readonly RoutingReason[];
  /** In order of time, none before `createdAt`. */
  readonly moves: readonly HistoryMove[];
}
