// Owns the marks of live events: two rings of 900 ms, then a still dot with a clock ring that empties. At most three
// ring at once; later ones start still. Refuses colour fills and knows nothing of requests.
import * as maplibregl from 'maplibre-gl';
import { reducedMotion } from './map-fit.ts';
import type { LngLat } from './map-geometry.types.ts';
import { ringDash } from '../ui/clock/ring-dash.ts';

/** A live event at a place. */
export interface Pulse {
  /** Names the mark; the same id again moves and updates it. */
  readonly id: string;
  /** Left out: a place on the building, away from the grid's number. */
  readonly at?: LngLat;
  /** The building whose outline stands out with it. */
  readonly buildingMapId?: number;
  /** Share of the time still left, 1 to 0; null where no clock runs. */
  readonly remainingShare: number | null;
  readonly overdue?: boolean;
  /** Read out and shown on hover, e.g. "9栋2单元 隔壁返污水". */
  readonly label?: string;
  /** False: place the still dot (first load, resume). Default true. */
  readonly ring?: boolean;
}

/** Rings that may run at the same time. */
export const MOST_RINGS = 3;
const RINGS_MS = 2 * 900;
/** As long as the transition of `.qh-pulse-ended`. */
const FADE_MS = 600;
const CLOCK_RADIUS = 11;
const SVG = 'http://www.w3.org/2000/svg';

/** Where a mark stands, the building's name, and milliseconds of a monotonic clock. */
interface Placed {
  readonly at: LngLat;
  readonly name: string;
  readonly now: number;
}

interface Mark {
  readonly marker: maplibregl.Marker;
  readonly element: HTMLElement;
  readonly clock: SVGElement;
  readonly name: SVGElement;
  ringsUntil: number;
}

export class Pulses {
  readonly #map: maplibregl.Map;
  readonly #marks = new Map<string, Mark>();

  constructor(map: maplibregl.Map) {
    this.#map = map;
  }

  /** Adds or updates a mark. */
  show(pulse: Pulse, placed: Placed): void {
    const mark = this.#marks.get(pulse.id) ?? this.#create(pulse, placed);
    mark.marker.setLngLat([...placed.at]);
    mark.name.textContent = placed.name;
    mark.element.classList.toggle('qh-pulse-overdue', pulse.overdue === true);
    mark.element.classList.toggle('qh-pulse-clockless', pulse.remainingShare === null);
    mark.clock.setAttribute('stroke-dasharray', ringDash(pulse.remainingShare ?? 0, CLOCK_RADIUS));
    if (pulse.label !== undefined) mark.element.setAttribute('aria-label', pulse.label);
  }

  /** Takes a mark away: it fades, for what ends should be seen to end. Reduced motion: at once. */
  remove(id: string): void {
    const mark = this.#marks.get(id);
    if (!mark) return;
    this.#marks.delete(id);
    if (reducedMotion()) return void mark.marker.remove();
    mark.element.classList.add('qh-pulse-ended');
    setTimeout(() => mark.marker.remove(), FADE_MS);
  }

  /** Ids shown now. */
  ids(): string[] {
    return [...this.#marks.keys()];
  }

  clear(): void {
    for (const { marker } of this.#marks.values()) marker.remove();
    this.#marks.clear();
  }

  #create(pulse: Pulse, { at, now }: Placed): Mark {
    const element = document.createElement('div');
    element.className = 'qh-pulse';
    element.setAttribute('role', 'img');
    const { svg, clock, name } = drawMark();
    element.append(svg);
    const ringing = [...this.#marks.values()].filter((mark) => mark.ringsUntil > now).length;
    const rings = pulse.ring !== false && ringing < MOST_RINGS;
    if (rings) element.classList.add('qh-pulse-ringing');
    const marker = new maplibregl.Marker({ element, anchor: 'center' }).setLngLat([...at]).addTo(this.#map);
    const mark: Mark = { marker, element, clock, name, ringsUntil: rings ? now + RINGS_MS : now };
    this.#marks.set(pulse.id, mark);
    return mark;
  }
}

function circle(radius: number, className: string): SVGElement {
  const node = document.createElementNS(SVG, 'circle');
  node.setAttribute('cx', '48');
  node.setAttribute('cy', '48');
  node.setAttribute('r', String(radius));
  node.setAttribute('class', className);
  return node;
}

function drawMark(): { svg: SVGElement; clock: SVGElement; name: SVGElement } {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 96 96');
  svg.setAttribute('aria-hidden', 'true');
  const clock = circle(CLOCK_RADIUS, 'qh-pulse-clock');
  clock.setAttribute('transform', 'rotate(-90 48 48)');
  const name = document.createElementNS(SVG, 'text');
  name.setAttribute('x', '48');
  name.setAttribute('y', '84');
  name.setAttribute('class', 'qh-pulse-name');
  svg.append(
    circle(30, 'qh-pulse-ring-casing'),
    circle(30, 'qh-pulse-ring'),
    circle(22, 'qh-pulse-halo'),
    circle(18, 'qh-pulse-disc'),
    circle(CLOCK_RADIUS, 'qh-pulse-track'),
    clock,
    circle(5, 'qh-pulse-dot'),
    name,
  );
  return { svg, clock, name };
}
