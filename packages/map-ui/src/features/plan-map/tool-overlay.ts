// Owns what a gesture draws over the map while it lasts: the ring of the brush, the rectangle, the lasso's line. CSS pixels; no React,
// because it follows the pointer. Refuses what the gesture means.

const SVG = 'http://www.w3.org/2000/svg';

/** Radius of the brush, CSS pixels. */
export const BRUSH_PIXELS = 16;

/** A position over the map, CSS pixels. */
export interface OverlayPoint {
  readonly x: number;
  readonly y: number;
}

export class ToolOverlay {
  readonly #svg: SVGSVGElement;
  readonly #ring: SVGCircleElement;
  readonly #line: SVGPathElement;

  constructor(host: HTMLElement) {
    this.#svg = document.createElementNS(SVG, 'svg');
    this.#svg.setAttribute('class', 'qh-plan-overlay');
    this.#svg.setAttribute('aria-hidden', 'true');
    this.#ring = document.createElementNS(SVG, 'circle');
    this.#ring.setAttribute('r', String(BRUSH_PIXELS));
    this.#line = document.createElementNS(SVG, 'path');
    this.#svg.append(this.#line, this.#ring);
    host.append(this.#svg);
    this.clear();
  }

  /** The ring round the pointer; null takes it away. */
  ring(at: OverlayPoint | null): void {
    this.#ring.style.display = at ? '' : 'none';
    if (!at) return;
    this.#ring.setAttribute('cx', String(at.x));
    this.#ring.setAttribute('cy', String(at.y));
  }

  /** A line that closes itself; fewer than two points take it away. */
  outline(points: readonly OverlayPoint[]): void {
    this.#line.style.display = points.length < 2 ? 'none' : '';
    if (points.length >= 2) this.#line.setAttribute('d', `M${points.map(({ x, y }) => `${x} ${y}`).join('L')}Z`);
  }

  clear(): void {
    this.ring(null);
    this.outline([]);
  }

  remove(): void {
    this.#svg.remove();
  }
}
