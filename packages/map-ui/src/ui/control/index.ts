// Choices and actions made of words.
export {
  MeasureToggle,
  type MeasureToggleProps,
  Segmented,
  type SegmentedProps,
  TextAction,
  type TextActionProps,
  WINDOWS,
  type WindowName,
  WindowPicker,
  type WindowPickerProps,
} from './segmented.tsx';
