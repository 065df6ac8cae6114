// Owns the small drawings of a plan: padlock, arrow, what a lock of single entrances holds. Refuses numbers (map-images.ts).
import { COLOURS } from '../theme/tokens.ts';

/** Makes a canvas of this size in CSS pixels. */
type MakeCanvas = (width: number, height: number) => CanvasRenderingContext2D;

/** Room a padlock takes beside a number, CSS pixels. */
export const LOCK_WIDTH = 22;

/** CSS pixels; its canvas is 6 longer, for the casing. */
export const ARROW = { length: 40, head: 10, halfHead: 5, height: 16 } as const;
const MARK_SIZE = 18;

/** A padlock on a paper tile, its left edge at `left`, centred on `middle`. */
export function paintLock(context: CanvasRenderingContext2D, left: number, middle: number): void {
  context.fillStyle = COLOURS.paper;
  context.beginPath();
  context.roundRect(left, middle - 9.5, 17, 19, 3);
  context.fill();
  context.strokeStyle = COLOURS.ink;
  context.lineWidth = 1.75;
  context.beginPath();
  context.arc(left + 8.5, middle - 2.5, 3.2, Math.PI, 0);
  context.moveTo(left + 5.3, middle - 2.5);
  context.lineTo(left + 5.3, middle);
  context.moveTo(left + 11.7, middle - 2.5);
  context.lineTo(left + 11.7, middle);
  context.stroke();
  context.fillStyle = COLOURS.ink;
  context.beginPath();
  context.roundRect(left + 3, middle - 0.5, 11, 7.5, 1);
  context.fill();
}

/** An arrow to the east in the action colour with a paper casing; the style turns it. */
export function drawArrow(canvasOf: MakeCanvas): CanvasRenderingContext2D {
  const context = canvasOf(ARROW.length + 6, ARROW.height);
  const middle = ARROW.height / 2;
  const tip = ARROW.length + 3;
  for (const [colour, width] of [
    [COLOURS.paper, 5.5],
    [COLOURS.action, 2.25],
  ] as const) {
    context.strokeStyle = colour;
    context.fillStyle = colour;
    context.lineWidth = width;
    context.lineJoin = 'round';
    context.beginPath();
    context.moveTo(3, middle);
    context.lineTo(tip - ARROW.head, middle);
    context.stroke();
    context.beginPath();
    context.moveTo(tip, middle);
    context.lineTo(tip - ARROW.head, middle - ARROW.halfHead);
    context.lineTo(tip - ARROW.head, middle + ARROW.halfHead);
    context.closePath();
    context.fill();
    if (colour === COLOURS.paper) {
      context.lineWidth = 3;
      context.stroke();
    }
  }
  return context;
}

/** On a slice: a padlock, two rings for several together, a head for a worker. */
export function drawLockMark(canvasOf: MakeCanvas, mark: string): CanvasRenderingContext2D {
  const context = canvasOf(MARK_SIZE, MARK_SIZE + 2);
  const middle = MARK_SIZE / 2;
  if (mark === 'unit') {
    paintLock(context, 0.5, middle + 1);
    return context;
  }
  context.fillStyle = COLOURS.paper;
  context.beginPath();
  context.arc(middle, middle, middle, 0, Math.PI * 2);
  context.fill();
  context.strokeStyle = COLOURS.ink;
  context.lineWidth = 1.75;
  context.beginPath();
  if (mark === 'together') {
    context.arc(middle - 2.5, middle, 3.5, 0, Math.PI * 2);
    context.moveTo(middle + 6, middle);
    context.arc(middle + 2.5, middle, 3.5, 0, Math.PI * 2);
  } else {
    context.arc(middle, middle - 3, 2.8, 0, Math.PI * 2);
    context.moveTo(middle + 5, middle + 6);
    context.arc(middle, middle + 6, 5, 0, Math.PI, true);
  }
  context.stroke();
  return context;
}
