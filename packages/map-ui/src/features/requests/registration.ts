// Owns sending a registration, and the box of those that wait for the network. Refuses the device's lasting storage:
// callers' phones do not outlive the tab.
import { execute } from '#api/client';
import type { CreateRequestInput, RequestWholeFragment } from '#api/gql/graphql';
import type { Outbox } from '#api/outbox';
import { openBox } from '#api/outboxes';
import { CreateRequest } from './request-mutations.ts';

/** A registration as it is kept and sent. */
export type Registration = CreateRequestInput & { readonly clientEventId: string };

/** A box of registrations. */
export type RegistrationBox = Outbox<Registration, RequestWholeFragment>;

/** The box of this account; made once, emptied when the network is back. */
export function registrationBox(community: string, username: string): RegistrationBox {
  return openBox('registrations', { community, username }, async (input, signal) => {
    const { result } = await execute(CreateRequest, { input }, signal);
    return result.__typename === 'Refusal'
      ? { kind: 'refused', message: result.message, path: result.path }
      : { kind: 'sent', result };
  });
}
