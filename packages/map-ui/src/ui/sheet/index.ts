// The phone's sheet.
export { BottomSheet, type BottomSheetProps } from './bottom-sheet.tsx';
export type { SheetHeight } from './sheet-heights.ts';
