// Owns the bridge from the little that the demo asks to the services of requests and visits. Translation only.
import type { RequestsFace } from '#modules/requests';
import type { VisitsFace } from '#modules/visits';
import { AppError } from '#platform/errors';
import { decodeId } from '#platform/ids';
import type { DemoRequests, DemoVisits } from './services.types.ts';

export function demoServices({ requests, visits }: { readonly requests: RequestsFace; readonly visits: VisitsFace }): {
  readonly demoRequests: DemoRequests;
  readonly demoVisits: DemoVisits;
} {
  return {
    demoRequests: {
      async create(context, input) {
        const view = await requests.service.create(context, input);
        if (!view) throw new AppError('NOT_FOUND');
        return decodeId(view.id, 'ServiceRequest', 'request').id;
      },
      async dispatch(context, input) {
        await requests.service.dispatch(context, input);
      },
      async advance(context, input) {
        await requests.service.advance(context, input);
      },
    },
    demoVisits: {
      async record(context, input) {
        await visits.service.record(context, input);
      },
    },
  };
}
