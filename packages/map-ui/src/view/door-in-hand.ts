// Owns the door somebody stands at when they go on to register a request of it. In memory only: a door never stands in
// the address, which people share.

interface DoorInHand {
  /** Opaque id. */
  readonly entrance: string;
  /** E.g. 1701; null where the viewer may not see it. */
  readonly door: string | null;
}

let inHand: DoorInHand | null = null;

/** Remembered until the next one; null: no particular door. */
export function holdDoor(door: DoorInHand | null): void {
  inHand = door;
}

/** The door's label, where it is one of this entrance; else null. */
export function doorInHand(entrance: string | null): string | null {
  return inHand !== null && inHand.entrance === entrance ? inHand.door : null;
}
