// Owns the work at an entrance: which door is selected, which are ticked, what was refused, and the way to the next due
// door after saving. Refuses drawing.
import { useMemo, useState } from 'react';
import type { FloorDoor, VisitOutcome } from './door.types.ts';
import { doorAfterSaving, dueDoors } from './due-order.ts';
import type { VisitBatch } from './visit-box.ts';
import { useVisitSending } from './visit-sending.ts';

/** What a saved or refused batch leaves to say. */
export type WorkNotice =
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'followUp'; readonly door: FloorDoor }
  | null;

/** @param nextDue the server's first due door, taken until the person chooses one */
export function useFloorWork(
  {
    community,
    username,
    entrance,
  }: { readonly community: string; readonly username: string; readonly entrance: string },
  doors: readonly FloorDoor[],
  nextDue: string | null,
) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [ticked, setTicked] = useState<ReadonlySet<string> | null>(null);
  const [notice, setNotice] = useState<WorkNotice>(null);
  const due = useMemo(() => dueDoors(doors), [doors]);
  const first = due.some(({ id }) => id === nextDue) ? nextDue : (due[0]?.id ?? null);
  const selected = doors.find(({ id }) => id === chosen) ?? doors.find(({ id }) => id === first) ?? null;

  const saved = ({ outcome, dwellings }: VisitBatch) => {
    const door = outcome === 'FOLLOW_UP' ? doors.find(({ id }) => id === dwellings[0]) : undefined;
    setNotice(door ? { kind: 'followUp', door } : null);
  };
  const refused = (_: VisitBatch, message: string) => setNotice({ kind: 'refused', message });
  const send = useVisitSending(community, username, { saved, refused });

  const mark = (ids: readonly string[], outcome: VisitOutcome) => {
    setNotice(null);
    setTicked(null);
    // At once, not after the answer: the next door is there while the mark is still on its way.
    setChosen(doorAfterSaving(doors, ids));
    send(ids, outcome, entrance);
  };
  const tick = (door: FloorDoor, on: boolean) =>
    setTicked((before) => {
      const after = new Set(before);
      if (on) after.add(door.id);
      else after.delete(door.id);
      return after;
    });
  return {
    due,
    selected,
    select: (door: FloorDoor) => setChosen(door.id),
    ticked,
    setTicking: (on: boolean) => setTicked(on ? new Set() : null),
    tick,
    mark,
    notice,
    dismiss: () => setNotice(null),
  };
}
