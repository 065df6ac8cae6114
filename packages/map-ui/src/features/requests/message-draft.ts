// Owns what a read message changes in the form. Refuses to empty what it says nothing about. Pure.
import type { MessageReading } from './paste-box.tsx';
import type { PlaceChoice } from './request-data.ts';
import type { RequestDraft } from './use-registration.ts';

/** The part of the draft that the message proposes; another building without an entrance asks for the place again. */
export function draftOf(reading: MessageReading, places: readonly PlaceChoice[]): Partial<RequestDraft> {
  const place = places.find(({ id }) => id === reading.entrance?.id);
  return {
    text: reading.text,
    ...(place ? { place } : reading.building && { place: null }),
    ...(reading.category && { category: reading.category.code }),
    ...(reading.kind && { kind: reading.kind }),
    ...(reading.door !== null && { door: reading.door }),
    ...(reading.phone !== null && { callerPhone: reading.phone }),
  };
}
