// The page's frame and what every page is wrapped in.
export {
  Chip,
  PageFrame,
  type PageFrameProps,
  PageHeader,
  type PageHeaderProps,
  SectionHeading,
  type SectionHeadingProps,
} from './page-frame.tsx';
export { pageRoot } from './page-root.ts';
export { UiProvider, type UiProviderProps } from './ui-provider.tsx';
