// The face of the theme for features: looks and colours of figures, tokens, the wait for the font: `#ui/theme`.
export {
  type BivariateCell,
  classifyBivariate,
  classifySingle,
  classIndex,
  FEW_BELOW,
  type FigureLook,
  isCornerToFix,
  type Look,
  type Measured,
  type Step,
  type Third,
} from '../../theme/classify.ts';
export {
  bivariateColour,
  BIVARIATE,
  fillColour,
  inkOn,
  RAMP,
  type Scheme,
  staleGrey,
  stepColour,
} from '../../theme/palette.ts';
export { BAND_HEIGHT, COLOURS, type DisplayMode, FONT_FAMILY, TARGET_SIZE, TYPE, WEIGHT } from '../../theme/tokens.ts';
