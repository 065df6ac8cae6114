// Empty, loading, failed.
export {
  EmptyState,
  type EmptyStateProps,
  ErrorState,
  type ErrorStateProps,
  MapSkeleton,
  RowsSkeleton,
  type RowsSkeletonProps,
} from './states.tsx';
