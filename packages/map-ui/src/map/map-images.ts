// Owns the images the map's symbols use, drawn on demand at device resolution: number pills and gates. Refuses text
// that is not a number or a code: labels of buildings are glyphs.
import { COLOURS, type DisplayMode, FONT_FAMILY, TYPE, WEIGHT } from '../theme/tokens.ts';
import {
  LOCK_HATCH_ID,
  lockHatchImage,
  PATTERN_IDS,
  PATTERN_PIXEL_RATIO,
  patternImage,
  type PatternLook,
} from './patterns.ts';
import { drawArrow, drawLockMark, LOCK_WIDTH, paintLock } from './plan-marks.ts';

interface DrawnImage {
  readonly image: { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray };
  readonly pixelRatio: number;
}

const PIXEL_RATIO = 3;
const GATE_SIZE = 5;
/** Height of a pill beyond its type, CSS pixels. */
const PILL_MARGIN = 7;

/**
 * The image of a style's image name, or undefined for a name nobody owns.
 * Names: `pill|desk|plain|07`, `pill|screen|corner|11`, `pill|desk|locked|07`, `gate`, `arrow`, `lock|unit`, and the hatches of
 * patterns.ts.
 */
export function drawImage(name: string): DrawnImage | undefined {
  const hatch = (Object.keys(PATTERN_IDS) as PatternLook[]).find((look) => PATTERN_IDS[look] === name);
  if (hatch) return { image: patternImage(hatch), pixelRatio: PATTERN_PIXEL_RATIO };
  if (name === LOCK_HATCH_ID) return { image: lockHatchImage(), pixelRatio: PATTERN_PIXEL_RATIO };
  if (name === 'gate') return drawGate();
  if (name === 'arrow') return finish(drawArrow(canvasOf));
  const [kind, mode, variant, ...text] = name.split('|');
  if (kind === 'lock') return finish(drawLockMark(canvasOf, mode ?? ''));
  if (kind !== 'pill' || (mode !== 'desk' && mode !== 'screen')) return undefined;
  return drawPill(text.join('|'), mode, variant ?? 'plain');
}

function canvasOf(width: number, height: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * PIXEL_RATIO);
  canvas.height = Math.ceil(height * PIXEL_RATIO);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser gives no 2D canvas; the map cannot draw its numbers.');
  context.scale(PIXEL_RATIO, PIXEL_RATIO);
  return context;
}

function finish(context: CanvasRenderingContext2D): DrawnImage {
  const { width, height } = context.canvas;
  return { image: context.getImageData(0, 0, width, height), pixelRatio: PIXEL_RATIO };
}

/** A number on a paper pill with an ink outline; the corner to fix has a "!" beside it, a locked grid a padlock. */
function drawPill(text: string, mode: DisplayMode, variant: string): DrawnImage {
  const corner = variant === 'corner';
  const locked = variant === 'locked';
  const size = TYPE[mode].gridNumber;
  const font = `${WEIGHT.semibold} ${size}px '${FONT_FAMILY}'`;
  const shown = corner ? `${text}!` : text;
  const probe = canvasOf(1, 1);
  probe.font = font;
  const height = size + PILL_MARGIN;
  const width = Math.max(height * 1.4, Math.ceil(probe.measureText(shown).width + height * 0.55));
  const margin = 2;
  const context = canvasOf(width + margin * 2 + (locked ? LOCK_WIDTH : 0), height + margin * 2);
  if (locked) paintLock(context, margin + width + 3, margin + height / 2);
  context.beginPath();
  context.roundRect(margin, margin, width, height, height / 2);
  context.fillStyle = COLOURS.paper;
  context.fill();
  context.lineWidth = mode === 'screen' ? 2 : 1.25;
  context.strokeStyle = COLOURS.ink;
  context.stroke();
  context.font = font;
  context.fillStyle = COLOURS.ink;
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  context.fillText(shown, margin + width / 2, margin + height / 2 + size * 0.36);
  return finish(context);
}

/** Two posts of a gate. */
function drawGate(): DrawnImage {
  const context = canvasOf(GATE_SIZE * 4, GATE_SIZE);
  context.fillStyle = COLOURS.secondary;
  context.fillRect(0, 0, GATE_SIZE, GATE_SIZE);
  context.fillRect(GATE_SIZE * 3, 0, GATE_SIZE, GATE_SIZE);
  return finish(context);
}
