// Owns how an item of the list is shown and where it leads. Pure; refuses words and fetching.
import type { AttentionListQuery } from '#api/gql/graphql';
import type { AttentionIcon } from '#ui/attention';
import type { FlyTarget } from '#view/map-port';
import type { View } from '#view/view-state';

/** An item of 需要处理 as the server orders it. */
export type AttentionItem = AttentionListQuery['attention']['items'][number];

const ICONS: Readonly<Record<AttentionItem['kind'], AttentionIcon>> = {
  REQUEST_OVERDUE: 'overdue',
  DISPATCH_NOT_ACCEPTED: 'unaccepted',
  REQUEST_OPEN: 'running',
  DOOR_OVERDUE: 'overdue',
  DOOR_DUE: 'door',
  CORNER: 'corner',
};

/** The mark before a row. */
export function iconOf({ kind }: AttentionItem): AttentionIcon {
  return ICONS[kind];
}

/** Milliseconds to the item's end, negative once it is over; null where no clock runs. */
export function leftMs({ dueAt }: AttentionItem, nowMs: number): number | null {
  return dueAt ? Date.parse(dueAt) - nowMs : null;
}

/** Share of the time still left, 1 to 0. */
export function remainingShare({ since, dueAt }: AttentionItem, nowMs: number): number {
  if (!dueAt) return 0;
  const wholeMs = Date.parse(dueAt) - Date.parse(since);
  return wholeMs <= 0 ? 0 : Math.min(1, Math.max(0, (Date.parse(dueAt) - nowMs) / wholeMs));
}

/** Whether the clock has run out by now: the server's word, or its end passed since. */
export function isOver(item: AttentionItem, nowMs: number): boolean {
  const left = leftMs(item, nowMs);
  return item.overdue || (left !== null && left <= 0);
}

/** Where an item lies; null where it has no place. */
export function placeOf({ request, entrance, grid }: AttentionItem): FlyTarget | null {
  const at = entrance ?? request?.entrance;
  if (at) return { kind: 'building', id: at.building.id };
  return grid ? { kind: 'grid', id: grid.id } : null;
}

/** What is outlined while one looks at an item. */
export function selectionOf({ request, entrance, grid }: AttentionItem): View['select'] {
  const at = entrance ?? request?.entrance;
  if (at) return { kind: 'entrance', id: at.id };
  return grid ? { kind: 'grid', id: grid.id } : null;
}

/** Where the next action of an item is done. */
export function nextStep(item: AttentionItem): Partial<View> {
  const { request, entrance, grid } = item;
  if (request) return { select: { kind: 'request', id: request.id }, panel: 'request' };
  if (entrance) return { select: { kind: 'entrance', id: entrance.id }, panel: 'floors' };
  return grid ? { select: { kind: 'grid', id: grid.id }, panel: 'grid' } : {};
}
