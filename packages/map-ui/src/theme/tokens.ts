// Owns the palette and the type scale as data; tokens.css carries the same values for style sheets (a test holds them
// equal). Refuses data colours: those live in map/palette.ts, so that chrome never borrows a colour that means a value.

/** Chrome colours. `alarm` means overdue and nothing else. */
export const COLOURS = {
  paper: '#FAF8F4',
  ink: '#1B1F23',
  secondary: '#59616A',
  /** Secondary text on a projector: 4.5:1 survives a 25 % veil only from here on. */
  secondaryScreen: '#3D444B',
  action: '#0F5E73',
  actionHover: '#0B4757',
  alarm: '#B3261E',
  rule: '#D9D5CC',
  ruleStrong: '#A7ABAE',
  /** Selected row, pressed segment: one shade under paper, never a data colour. */
  wash: '#EFEBE1',
} as const;

/** The only sizes of type, in CSS pixels. */
export const TYPE_SCALE = [12, 14, 16, 20, 28, 40, 56] as const;

/** A size of the scale. */
export type TypeSize = (typeof TYPE_SCALE)[number];

/** What a piece of text is for; each mode gives it its size. */
export type TextRole = 'note' | 'small' | 'body' | 'lead' | 'title' | 'figure' | 'strip' | 'gridNumber';

/** Which of the two scales is on: a desk, or a hall (投屏). */
export type DisplayMode = 'desk' | 'screen';

/** Sizes by mode, CSS pixels. In a hall nothing to be read is smaller than 28. */
export const TYPE: Readonly<Record<DisplayMode, Readonly<Record<TextRole, TypeSize>>>> = {
  desk: { note: 12, small: 14, body: 16, lead: 20, title: 20, figure: 40, strip: 40, gridNumber: 20 },
  screen: { note: 28, small: 28, body: 28, lead: 28, title: 40, figure: 56, strip: 56, gridNumber: 40 },
};

/** Heights of the fixed bands, CSS pixels. */
export const BAND_HEIGHT: Readonly<Record<DisplayMode, Readonly<Record<'header' | 'strip' | 'stale', number>>>> = {
  desk: { header: 56, strip: 96, stale: 56 },
  screen: { header: 72, strip: 140, stale: 56 },
};

/** The two weights that are bundled. */
export const WEIGHT = { regular: 400, semibold: 600 } as const;

/** The bundled family; map labels and charts name it too, because canvases do not inherit. */
export const FONT_FAMILY = 'Qinghe Sans';

/** The semibold under a name of its own: map labels choose a weight by family. */
export const SEMIBOLD_FAMILY = 'Qinghe Sans Semibold';

/** Smallest touch target, CSS pixels. */
export const TARGET_SIZE = 44;
