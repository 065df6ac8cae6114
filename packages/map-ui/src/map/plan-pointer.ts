// Owns what fingers, pens and mice do on a map of a plan, in degrees: hover, press, drag, release, click. While a tool has the
// drag, the map does not pan by it. Refuses what a gesture means.
import type * as maplibregl from 'maplibre-gl';
import { pixelsPerMetre } from './paint-expressions.ts';
import type { PlanMapEvents, PlanPointing } from './plan-map.types.ts';

/** Less than this many CSS pixels is a click. */
const CLICK_PIXELS = 4;

type Emit = <K extends keyof PlanMapEvents>(type: K, event: PlanMapEvents[K]) => void;

export class PlanPointer {
  readonly #map: maplibregl.Map;
  readonly #emit: Emit;
  readonly #ended = new AbortController();
  #pressed: { readonly id: number; readonly x: number; readonly y: number; far: boolean } | null = null;
  #frame = 0;

  constructor(map: maplibregl.Map, emit: Emit) {
    this.#map = map;
    this.#emit = emit;
    const canvas = map.getCanvasContainer();
    const { signal } = this.#ended;
    canvas.addEventListener('pointerdown', (event) => this.#onDown(event), { signal });
    canvas.addEventListener('pointerleave', () => this.#onLeave(), { signal });
    addEventListener('pointermove', (event) => this.#onMove(event), { signal });
    addEventListener('pointerup', (event) => this.#onUp(event), { signal });
    addEventListener('pointercancel', () => this.#breakOff(), { signal });
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame);
    this.#ended.abort();
  }

  /** Gives the drag to a tool, or back to the map. */
  giveDrag(toTool: boolean): void {
    if (toTool) this.#map.dragPan.disable();
    else this.#map.dragPan.enable();
  }

  /** Ends what is being dragged without effect. @returns whether something was */
  cancel(): boolean {
    const pressed = this.#pressed !== null;
    this.#breakOff();
    return pressed;
  }

  #onDown(event: PointerEvent): void {
    if (event.button !== 0 || !event.isPrimary) return this.#breakOff();
    this.#pressed = { id: event.pointerId, x: event.clientX, y: event.clientY, far: false };
    this.#emit('press', this.#pointingOf(event));
  }

  #onMove(event: PointerEvent): void {
    const pressed = this.#pressed;
    if (pressed?.id === event.pointerId) {
      pressed.far ||= Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) >= CLICK_PIXELS;
      // Every coalesced step counts: a fast brush must not jump over an entrance.
      if (pressed.far) for (const step of stepsOf(event)) this.#emit('drag', this.#pointingOf(step, event.shiftKey));
      return;
    }
    if (!this.#isOver(event)) return;
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#emit('hover', this.#pointingOf(event)));
  }

  #onUp(event: PointerEvent): void {
    const pressed = this.#pressed;
    if (pressed?.id !== event.pointerId) return;
    this.#pressed = null;
    this.#emit(pressed.far ? 'release' : 'click', this.#pointingOf(event));
  }

  #onLeave(): void {
    cancelAnimationFrame(this.#frame);
    if (!this.#pressed) this.#emit('hover', null);
  }

  #breakOff(): void {
    if (!this.#pressed) return;
    this.#pressed = null;
    this.#emit('release', null);
  }

  #isOver({ target }: PointerEvent): boolean {
    return target instanceof Node && this.#map.getCanvasContainer().contains(target);
  }

  #pointingOf({ clientX, clientY, shiftKey }: PointerEvent, extend = shiftKey): PlanPointing {
    const box = this.#map.getCanvasContainer().getBoundingClientRect();
    const point = { x: clientX - box.left, y: clientY - box.top };
    const { lng, lat } = this.#map.unproject([point.x, point.y]);
    return { at: [lng, lat], point, metresPerPixel: 1 / pixelsPerMetre(lat, this.#map.getZoom()), extend };
  }
}

function stepsOf(event: PointerEvent): readonly PointerEvent[] {
  const steps = event.getCoalescedEvents();
  return steps.length > 0 ? steps : [event];
}
