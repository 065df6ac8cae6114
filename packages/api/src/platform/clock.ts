// The server's clock. Only a demo may run at another time; every service takes the clock, none asks the machine.

export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A running clock that was set elsewhere, or moved forward; it never runs backwards. */
export class MovableClock implements Clock {
  #offsetMs: number;

  constructor(startAt?: Date) {
    this.#offsetMs = startAt ? startAt.getTime() - Date.now() : 0;
  }

  now(): Date {
    return new Date(Date.now() + this.#offsetMs);
  }

  get moved(): boolean {
    return this.#offsetMs !== 0;
  }

  /** Only before anyone is served: preparing the demo took time that its clock should not show. */
  restartAt(at: Date): void {
    this.#offsetMs = at.getTime() - Date.now();
  }

  /** @returns false when `to` lies in the clock's past: the clock stays */
  moveTo(to: Date): boolean {
    const ahead = to.getTime() - this.now().getTime();
    if (ahead < 0) return false;
    this.#offsetMs += ahead;
    return true;
  }
}
