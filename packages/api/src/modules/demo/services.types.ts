// Owns the little that the demo asks of requests and visits: their public use cases, called as a demo login, ids opaque.
// Refuses to know their tables or their views.
import type { RequestContext } from '#platform/graphql/context';
import type { CourseAction, CourseOutcome, KnockOutcome } from './world/happening-types.ts';
import type { RequestCategory, RequestKindWord } from './world/request-table.ts';

export interface DemoRequests {
  /** @returns uuid of the request */
  create(
    context: RequestContext,
    input: {
      readonly community: string;
      readonly entrance: string;
      readonly category: RequestCategory;
      readonly kind: RequestKindWord;
      readonly text: string;
      readonly door: string;
      readonly callerName: string | null;
      readonly callerPhone: string | null;
      readonly clientEventId: string;
    },
  ): Promise<string>;
  dispatch(
    context: RequestContext,
    input: {
      readonly request: string;
      readonly organization: string;
      readonly note: string | null;
      readonly clientEventId: string;
    },
  ): Promise<void>;
  advance(
    context: RequestContext,
    input: {
      readonly request: string;
      readonly action: Exclude<CourseAction, 'DISPATCH'>;
      readonly outcome: CourseOutcome | null;
      readonly residentsWord: boolean;
      readonly note: string | null;
      readonly crew: number | null;
      readonly photos?: readonly { readonly upload: string; readonly phase: 'BEFORE' | 'AFTER' }[];
      readonly clientEventId: string;
    },
  ): Promise<void>;
}

export interface DemoVisits {
  record(
    context: RequestContext,
    input: {
      readonly community: string;
      readonly visits: readonly {
        readonly dwelling: string;
        readonly outcome: KnockOutcome;
        readonly note: string | null;
      }[];
      readonly visitors: readonly string[];
      readonly clientEventId: string;
    },
  ): Promise<void>;
}
