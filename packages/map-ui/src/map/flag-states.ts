// Owns yes/no states of areas (selected, dimmed, with an event): sends differences only. Refuses figures.
import type { AreaState } from './paint-expressions.ts';

type Flag = 'selected' | 'dim' | 'event' | 'waiting' | 'pointed';

interface FlagSink {
  setFeatureState(feature: { source: string; id: number }, state: AreaState): void;
}

const EMPTY: ReadonlySet<number> = new Set();

export class FlagStates {
  readonly #sink: FlagSink;
  readonly #set = new Map<string, ReadonlySet<number>>();

  constructor(sink: FlagSink) {
    this.#sink = sink;
  }

  /**
   * Makes exactly these areas carry the flag. O(before + after).
   *
   * @param area name of the source
   */
  apply(flag: Flag, area: string, ids: ReadonlySet<number>): void {
    const key = `${flag} ${area}`;
    const before = this.#set.get(key) ?? EMPTY;
    for (const id of before) if (!ids.has(id)) this.#sink.setFeatureState({ source: area, id }, { [flag]: false });
    for (const id of ids) if (!before.has(id)) this.#sink.setFeatureState({ source: area, id }, { [flag]: true });
    this.#set.set(key, new Set(ids));
  }
}

/** Areas that step back: hovering wins over brushing, and nothing dims when neither is on. */
export function dimmed(
  all: Iterable<number>,
  hovered: number | null,
  brushed: ReadonlySet<number> | null,
): Set<number> {
  if (hovered === null && brushed === null) return new Set();
  const kept = (id: number) => (hovered === null ? brushed?.has(id) === true : id === hovered);
  return new Set([...all].filter((id) => !kept(id)));
}
