// The strip of figures above the map.
export { FigureStrip, type FigureStripProps, type StripFigure } from './figure-strip.tsx';
