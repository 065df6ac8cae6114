// Cross-site requests are refused by Origin; a caller without one (a script) carries no cookie of a browser.
import type { IncomingHttpHeaders } from 'node:http';
import type { Config } from '../config.ts';

/** True without an Origin header, or when it names the host that was asked. */
export function isSameOrigin(headers: IncomingHttpHeaders, config: Pick<Config, 'publicUrl'>): boolean {
  const origin = headers.origin;
  if (origin === undefined)
    return headers['sec-fetch-site'] === undefined || headers['sec-fetch-site'] !== 'cross-site';
  if (config.publicUrl) return origin === new URL(config.publicUrl).origin;
  return URL.canParse(origin) && new URL(origin).host === headers.host;
}
