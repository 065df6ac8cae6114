// The face of the theme for features: looks and colours of figures, tokens, the wait for the font: `#ui/theme`.
export {
  type BivariateCell,
  classifyBivariate,
  classifySingle,
  classIndex,
  type FigureLook,
  isCornerToFix,
  type Look,
  type Measured,
  type Step,
  type Third,
} from '../../theme/classify.ts';
export { fillColour, inkOn, RAMP, type Scheme, staleGrey, stepColour, TINTS } from '../../theme/palette.ts';
export type { DisplayMode } from '../../theme/tokens.ts';
