// What a resolver knows about the call: who asks, in which language, when. Nothing else travels in it.
import type { Language } from '@qinghe/schema';
import type { Actor } from '../actor.ts';
import type { Clock } from '../clock.ts';

export interface RequestContext {
  readonly actor: Actor | null;
  readonly language: Language;
  readonly requestId: string;
  readonly clock: Clock;
  /** Remote address without port; for limits only, never logged whole. */
  readonly address: string;
  /** Sets or clears (null) the session cookie of the HTTP response; absent on a socket. */
  readonly setSessionCookie: (token: string | null, expiresAt: Date) => void;
}
