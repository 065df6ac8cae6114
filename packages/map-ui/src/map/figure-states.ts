// Owns what the map was last told about the areas of one source: sends only what changed, forgets who is gone,
// cross-fades in 300 ms, flips to grey in one frame. Refuses geometry and React.
import { type FigureLook, isCornerToFix } from '../theme/classify.ts';
import { fillColour, type Scheme } from '../theme/palette.ts';
import type { AreaState } from './paint-expressions.ts';

/** The part of a MapLibre map this needs. */
export interface StateSink {
  setFeatureState(feature: { source: string; id: number }, state: AreaState): void;
}

/** Length of a fill's cross-fade, milliseconds. */
export const CROSS_FADE_MS = 300;
/** With more changed areas than this a frame's budget goes to the new numbers, not to the fade. */
const CROSS_FADE_LIMIT = 300;

interface Shown {
  colour: string;
  key: string;
}

interface Change extends Shown {
  readonly id: number;
  readonly figure: FigureLook;
}

export class FigureStates {
  readonly #sink: StateSink;
  readonly #sources: readonly string[];
  readonly #shown = new Map<number, Shown>();
  readonly #fading = new Set<number>();
  #figures: ReadonlyMap<number, FigureLook> = new Map();
  #scheme: Scheme = 'both';
  #stale = false;
  #dirty = false;
  #instant = true;
  #fadeStartedAt = 0;

  /** @param sources the source of the areas first, then those that repeat its ids (labels) */
  constructor(sink: StateSink, sources: readonly string[]) {
    this.#sink = sink;
    this.#sources = sources;
  }

  /** Replaces all figures; ids left out are forgotten. Nothing is drawn before `flush`. */
  set(figures: ReadonlyMap<number, FigureLook>, scheme: Scheme): void {
    this.#instant ||= scheme !== this.#scheme || this.#figures.size === 0;
    this.#figures = figures;
    this.#scheme = scheme;
    this.#dirty = true;
  }

  /** Grey or live from the next `flush`, without a fade: staleness is not an event. */
  setStale(stale: boolean): void {
    if (stale === this.#stale) return;
    this.#stale = stale;
    this.#instant = true;
    this.#dirty = true;
  }

  /** After a change of geometry: every state is sent again. */
  invalidate(): void {
    for (const id of this.#shown.keys()) this.#forget(id);
    this.#instant = true;
    this.#dirty = true;
  }

  /**
   * Sends what changed. O(areas) when figures changed, O(fading areas) along a fade, else O(1).
   *
   * @param now milliseconds of a monotonic clock
   * @returns true while a fade is running: call again next frame
   */
  flush(now: number, fade: boolean): boolean {
    if (this.#dirty) this.#sendChanges(now, fade);
    if (this.#fading.size === 0) return false;
    const t = Math.min(1, (now - this.#fadeStartedAt) / CROSS_FADE_MS);
    for (const id of this.#fading) this.#send(id, { t });
    if (t === 1) this.#fading.clear();
    return this.#fading.size > 0;
  }

  #sendChanges(now: number, fade: boolean): void {
    this.#dirty = false;
    for (const id of this.#shown.keys()) if (!this.#figures.has(id)) this.#forget(id);
    const changed = [...this.#figures]
      .map(([id, figure]) => this.#next(id, figure))
      .filter((next) => next !== undefined);
    const fading = fade && !this.#instant && changed.length <= CROSS_FADE_LIMIT;
    for (const id of this.#fading) this.#send(id, { t: 1 });
    this.#fading.clear();
    for (const change of changed) this.#sendChange(change, fading);
    this.#fadeStartedAt = now;
    this.#instant = false;
  }

  #sendChange({ id, figure, colour, key }: Change, fading: boolean): void {
    const from = this.#shown.get(id)?.colour ?? colour;
    const fades = fading && from !== colour;
    this.#shown.set(id, { colour, key });
    if (fades) this.#fading.add(id);
    this.#send(id, { from, to: colour, t: fades ? 0 : 1, look: figure.look, corner: isCornerToFix(figure.cell) });
  }

  #next(id: number, figure: FigureLook): Change | undefined {
    const colour = fillColour(figure, this.#scheme, this.#stale);
    const key = `${colour} ${figure.look} ${isCornerToFix(figure.cell)}`;
    return this.#shown.get(id)?.key === key ? undefined : { id, figure, colour, key };
  }

  #send(id: number, state: AreaState): void {
    for (const source of this.#sources) this.#sink.setFeatureState({ source, id }, state);
  }

  /** Clears what figures put there and leaves selection alone. */
  #forget(id: number): void {
    this.#shown.delete(id);
    this.#fading.delete(id);
    this.#send(id, { from: '', to: '', t: 1, corner: false, look: 'value' });
  }
}
