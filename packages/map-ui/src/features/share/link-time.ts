// Owns which time a link carries. Pure.
import type { ViewTime } from '#view/view-state';

/** The past stays as it is; the present becomes the instant of its figures, whole seconds in UTC. */
export function linkTime(time: ViewTime, asOfMs: number): ViewTime {
  if (time.kind !== 'live') return time;
  return { kind: 'at', instant: new Date(Math.floor(asOfMs / 1000) * 1000).toISOString().replace('.000Z', 'Z') };
}
