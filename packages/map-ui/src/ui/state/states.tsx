// Owns the three answers without data: nothing there, not yet there, failed. Refuses spinners: loading has the shape
// of what comes.
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './state.css';

/** Props of `EmptyState`. */
export interface EmptyStateProps {
  /** An answer, e.g. "尚无诉求". */
  readonly title: string;
  readonly detail?: string;
  /** The one thing to do. */
  readonly action?: { readonly text: string; readonly onAction: () => void };
}

export function EmptyState({ title, detail, action }: EmptyStateProps) {
  return (
    <div className="qh-state">
      <p className="qh-state-title">{title}</p>
      {detail === undefined ? null : <p className="qh-state-detail">{detail}</p>}
      {action ? (
        <Button type="primary" onClick={action.onAction}>
          {action.text}
        </Button>
      ) : null}
    </div>
  );
}

/** Props of `ErrorState`. */
export interface ErrorStateProps {
  /** What failed. */
  readonly failed: string;
  /** What is safe, e.g. "已填的内容还在". */
  readonly safe: string;
  /** What to do next. */
  readonly next: string;
  /** For the person who is asked for help. */
  readonly requestId?: string;
  readonly onRetry?: () => void;
}

export function ErrorState({ failed, safe, next, requestId, onRetry }: ErrorStateProps) {
  const { t } = useTranslation();
  const rows = [
    [t('errors.whatFailed'), failed],
    [t('errors.whatSafe'), safe],
    [t('errors.whatNext'), next],
  ] as const;
  return (
    <div className="qh-state" role="alert">
      <dl className="qh-state-facts">
        {rows.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {onRetry ? <Button onClick={onRetry}>{t('common.retry')}</Button> : null}
      {requestId === undefined ? null : <p className="qh-state-id">{requestId}</p>}
    </div>
  );
}

/** Props of `RowsSkeleton`. */
export interface RowsSkeletonProps {
  readonly rows: number;
}

/** A list that is on its way. */
export function RowsSkeleton({ rows }: RowsSkeletonProps) {
  const { t } = useTranslation();
  return (
    <div className="qh-skeleton-rows" role="status" aria-label={t('common.loading')}>
      {Array.from({ length: rows }, (_, i) => (
        <div key={i} className="qh-skeleton-row">
          <span />
          <span />
        </div>
      ))}
    </div>
  );
}

/** The map that is on its way: a community's outline with its lines, no animation. */
export function MapSkeleton({ children }: { readonly children?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className="qh-skeleton-map" role="status" aria-label={t('common.loading')}>
      <svg viewBox="0 0 640 600" preserveAspectRatio="xMidYMid meet" aria-hidden="true">
        <path d="M90 20 560 90 590 125 540 500 520 540 30 470 80 40Z M68 130 565 200 M58 235 555 305 M45 340 545 410 M270 45 205 497 M430 70 365 520" />
      </svg>
      {children}
    </div>
  );
}
