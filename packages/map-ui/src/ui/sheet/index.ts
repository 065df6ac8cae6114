// The phone's sheet.
export { BottomSheet, type BottomSheetProps } from './bottom-sheet.tsx';
export { SHEET_SHARE, type SheetHeight } from './sheet-heights.ts';
