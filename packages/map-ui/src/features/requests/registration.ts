// Owns sending a registration and the boxes of those that wait for the network: one box an account and community, for
// this tab only. Refuses the device's lasting storage: callers' phones do not outlive the tab.
import { ApiError, execute } from '#api/client';
import type { CreateRequestInput, RequestWholeFragment } from '#api/gql/graphql';
import { createOutbox, type Outbox, type SendOutcome } from './outbox.ts';
import { CreateRequest } from './request-mutations.ts';

/** A registration as it is kept and sent. */
export type Registration = CreateRequestInput & { readonly clientEventId: string };

/** A box of registrations. */
export type RegistrationBox = Outbox<Registration, RequestWholeFragment>;

const UNANSWERED: ReadonlySet<string> = new Set(['OFFLINE', 'UNAVAILABLE']);
const boxes = new Map<string, RegistrationBox>();

/** The box of this account; made once, emptied when the network is back. */
export function registrationBox(community: string, username: string): RegistrationBox {
  const key = `qinghe:registrations:${community}:${username}`;
  const known = boxes.get(key);
  if (known) return known;
  const box = createOutbox<Registration, RequestWholeFragment>({
    storage: sessionStorage,
    key,
    send: sendRegistration,
    later,
  });
  boxes.set(key, box);
  addEventListener('online', () => void box.flush());
  return box;
}

async function sendRegistration(input: Registration): Promise<SendOutcome<RequestWholeFragment>> {
  try {
    const { result } = await execute(CreateRequest, { input });
    if (result.__typename === 'Refusal') return { kind: 'refused', message: result.message, path: result.path };
    return { kind: 'sent', result };
  } catch (failure) {
    if (!(failure instanceof ApiError) || UNANSWERED.has(failure.code)) return { kind: 'unsent' };
    // Signed out is no refusal of the content: it goes on waiting for the same account.
    if (failure.code === 'UNAUTHENTICATED') return { kind: 'unsent' };
    return { kind: 'refused', message: failure.message, path: failure.field };
  }
}

function later(run: () => void, delayMs: number): () => void {
  const timer = setTimeout(run, delayMs);
  return () => clearTimeout(timer);
}
